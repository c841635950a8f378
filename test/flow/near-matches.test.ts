import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { demandBody, offerBody } from './listings.ts';
import { ZoneUnderTest } from './zone.ts';

const Near = z.strictObject({
  items: z.array(
    z.strictObject({
      changes: z.array(z.looseObject({ side: z.string(), kind: z.string() })),
      remedy: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
      pairs: z.unknown(),
    }),
  ),
  complete: z.boolean(),
  notice: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
});

let zone: ZoneUnderTest;
let offerId: string;
let demandId: string;
const near = async (path: string, as: string) => Near.parse((await zone.call(path, { as })).body).items;

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  await Promise.all(['org-supplier', 'org-buyer', 'org-rival'].map((id) => zone.verify(id)));
  offerId = await zone.post('/v1/offers', 'org-supplier', offerBody({ recipientTags: ['mlps-3'] }));
  const asking = (index: number) =>
    zone.post('/v1/demands', 'org-buyer', demandBody({ title: `Demand ${index}`, requiredTags: ['quality-report'] }));
  [demandId = ''] = await Promise.all([0, 1, 2, 3, 4, 5].map(asking));
  await zone.settle();
});
afterAll(() => zone?.zone.stop());

describe('near matches', () => {
  it('tell a supplier what to add and for how many demands, but nothing that the buyer lacks', async () => {
    expect(await near(`/v1/offers/${offerId}/near-matches`, 'org-supplier')).toEqual([]);
    await zone.verify('org-buyer', { heldTags: [{ tag: 'mlps-3' }] });
    await zone.settle();
    const items = await near(`/v1/offers/${offerId}/near-matches`, 'org-supplier');
    expect(items.map(({ pairs }) => pairs)).toEqual([{ exactly: 6 }]);
    expect(items[0]?.changes).toEqual([{ side: 'supplier', kind: 'carry', tag: 'quality-report' }]);
    expect(items[0]?.remedy.en).toMatch(/^add to the data: /);
  });

  it('tell a buyer coarsely, below five', async () => {
    await zone.verify('org-buyer');
    await zone.post('/v1/offers', 'org-supplier', offerBody({ recipientTags: ['mlps-3'], complianceTags: plain }));
    await zone.settle();
    const items = await near(`/v1/demands/${demandId}/near-matches`, 'org-buyer');
    expect(items.map(({ pairs }) => pairs)).toEqual([{ under: 5 }]);
    expect(items[0]?.changes).toEqual([{ side: 'buyer', kind: 'hold', tag: 'mlps-3' }]);
    expect(JSON.stringify(items)).not.toMatch(/org-|offer-|城市货运/);
  });

  it('come true: what was added makes the demands match', async () => {
    await zone.verify('org-buyer', { heldTags: [{ tag: 'mlps-3' }] });
    await zone.settle();
    const { body } = await zone.call(`/v1/matches?demand=${demandId}`, { as: 'org-buyer' });
    expect(z.looseObject({ items: z.array(z.unknown()) }).parse(body).items).toHaveLength(1);
  });

  it('are of one’s own listings alone', async () => {
    const foreign = await Promise.all([
      zone.call(`/v1/offers/${offerId}/near-matches`, { as: 'org-rival' }),
      zone.call(`/v1/demands/${demandId}/near-matches`, { as: 'org-rival' }),
      zone.call(`/v1/demands/${offerId}/near-matches`, { as: 'org-supplier' }),
      zone.call('/v1/offers/offer-1/near-matches', { as: 'org-supplier' }),
    ]);
    expect(foreign.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const asOperator = await zone.call(`/v1/offers/${offerId}/near-matches`, { as: 'zone', scope: 'operator' });
    expect(asOperator.status).toBe(403);
  });
});

const plain = ['non-pi', 'takedown-commitment', 'right-operate', 'quality-report'];
