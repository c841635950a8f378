import { demandBody } from './listings.ts';
import { ZoneUnderTest } from './zone.ts';

/** A zone whose calls can be made to go wrong, where a demand of `org-buyer` waits for what `org-supplier` will offer. */
export async function startWithDemand(assembly?: string): Promise<ZoneUnderTest> {
  const zone = await ZoneUnderTest.start({ faults: true, ...(assembly !== undefined && { assembly }) });
  await zone.verify('org-buyer');
  await zone.verify('org-supplier');
  await zone.post('/v1/demands', 'org-buyer', demandBody());
  await zone.settle();
  return zone;
}
