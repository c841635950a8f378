import type { SystemAccess } from '../../domain/access/access.ts';
import type { ListingId } from '../../domain/ids.ts';
import { industries } from '../../domain/vocabulary/industries.ts';
import type { makeCandidateStore } from '../_adapters/dynamo/candidate-store.ts';

/** Every listed demand, once each, a domain at a time. */
export async function* listedDemands(
  access: SystemAccess,
  candidates: Pick<ReturnType<typeof makeCandidateStore>, 'idsUnder'>,
): AsyncGenerator<readonly ListingId[]> {
  const seen = new Set<ListingId>();
  for (const { code } of industries) {
    const fresh = (await candidates.idsUnder(access, 'demand', code)).filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    if (fresh.length > 0) yield fresh;
  }
}
