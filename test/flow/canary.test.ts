import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { runSchedule, sumOfMetric } from '../../infra/local/control/client.ts';
import { ZoneUnderTest } from './zone.ts';

const heldTags = ['mlps-5', 'dcmm-5', 'dsmm-5'].map((tag) => ({ tag }));
const Items = z.object({ items: z.array(z.looseObject({ status: z.string() })) });

let zone: ZoneUnderTest;
beforeAll(async () => {
  zone = await ZoneUnderTest.start({ assembly: inject('assembly') });
  await zone.verify('canary-supplier');
  await zone.verify('canary-buyer', { heldTags });
});
afterAll(() => zone?.zone.stop());

const statuses = async (side: 'offers' | 'demands', as: string) =>
  Items.parse((await zone.call(`/v1/${side}`, { as })).body).items.map(({ status }) => status);

describe('the canary', () => {
  it('posts, sees the match and its end, leaves nothing listed, and mails nobody', async () => {
    expect(await runSchedule(zone.zone.control, 'TryOut')).toMatchObject({ payload: { passed: 1, failed: 0 } });
    expect(await statuses('offers', 'canary-supplier')).toEqual(['withdrawn']);
    expect(await statuses('demands', 'canary-buyer')).toEqual(['withdrawn']);
    await zone.settle();
    expect(await sumOfMetric(zone.zone.control, 'CanaryPassed')).toBe(1);
    expect(await sumOfMetric(zone.zone.control, 'MailsSent')).toBe(0);
  });

  it('fails where the zone does not take what it posts, and withdraws what it had posted', async () => {
    const suspension = { note: 'Looked into.' };
    await zone.call('/v1/organizations/canary-buyer/suspension', {
      method: 'PUT',
      as: 'zone',
      scope: 'operator',
      body: suspension,
    });
    expect(await runSchedule(zone.zone.control, 'TryOut')).toMatchObject({ payload: { passed: 0, failed: 1 } });
    expect(await statuses('offers', 'canary-supplier')).toEqual(['withdrawn', 'withdrawn']);
    expect(await sumOfMetric(zone.zone.control, 'CanaryFailed')).toBe(1);
  });
});
