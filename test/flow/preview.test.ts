import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { demandBody, offerBody } from './listings.ts';
import { ZoneUnderTest } from './zone.ts';

const Preview = z.looseObject({
  matches: z.record(z.string(), z.number()),
  best: z.array(z.looseObject({ score: z.number(), title: z.string() })),
  duplicates: z.array(z.object({ id: z.string(), title: z.string(), status: z.string() })),
});
const buyers = ['org-p1', 'org-p2', 'org-p3', 'org-p4'];

let zone: ZoneUnderTest;
const preview = async (kind: 'offers' | 'demands', as: string, body: unknown) => {
  const answer = await zone.call(`/v1/${kind}/preview`, { method: 'POST', as, body });
  expect(answer.status).toBe(200);
  return Preview.parse(answer.body);
};
const itemsOf = async (path: string, as: string): Promise<unknown> => (await zone.call(path, { as })).body;

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  for (const id of [...buyers, 'org-supplier']) await zone.verify(id);
  for (let index = 0; index < 6; index++) {
    await zone.post('/v1/demands', buyers[index % 4] ?? '', demandBody({ title: `Freight demand ${index}` }));
  }
  await zone.post('/v1/demands', 'org-p1', demandBody({ title: 'The only one', domains: ['01'] }));
  await zone.settle();
});
afterAll(() => zone?.zone.stop());

describe('an offer that is not stored', () => {
  it('is told exactly how many demands of four organizations it meets, and shown the best without their buyers', async () => {
    const found = await preview('offers', 'org-supplier', offerBody());
    expect(found.matches).toEqual({ exactly: 6 });
    expect(found.best).toHaveLength(5);
    expect(found.best[0]?.title).toMatch(/^Freight demand \d$/);
    expect(JSON.stringify(found)).not.toMatch(/org-p|demand-[0-9a-f]|offer-[0-9a-f]|@/);
  });

  it('has each demand that is shown on the audit record, and none that is not', async () => {
    const readBy = async (subject: string) => {
      const { body } = await zone.call(`/v1/audit?${subject}`, { as: 'zone', scope: 'operator' });
      return z.looseObject({ items: z.array(z.looseObject({ act: z.string(), subject: z.string() })) }).parse(body)
        .items;
    };
    await preview('offers', 'org-asking', offerBody({ source: undefined }));
    expect(await readBy('organization=org-asking')).toEqual([]);
    await zone.verify('org-asking');
    await preview('offers', 'org-asking', offerBody());
    const shown = (await readBy('organization=org-asking')).filter(({ act }) => act === 'preview-read');
    expect(new Set(shown.map(({ subject }) => subject)).size).toBe(5);
    expect(await readBy(`subject=${shown[0]?.subject}`)).toMatchObject([
      { act: 'preview-read', by: { as: 'member', organization: 'org-asking' }, version: 1 },
      { act: 'preview-read', by: { organization: 'org-supplier' } },
      { act: 'listing-published' },
    ]);
  });

  it('is not told whether one demand or none is there', async () => {
    const one = await preview('offers', 'org-supplier', offerBody({ domain: '01' }));
    const none = await preview(
      'offers',
      'org-supplier',
      offerBody({ domain: '01', permittedPurposes: ['purpose-ai-training'] }),
    );
    expect(one).toMatchObject({ matches: { under: 5 }, best: [], blockedMostBy: null });
    expect(one).toEqual(none);
  });

  it('leaves nothing behind: no listing, no match, no mail', async () => {
    await preview('offers', 'org-supplier', offerBody());
    await zone.settle();
    expect(await itemsOf('/v1/offers', 'org-supplier')).toEqual({ items: [] });
    for (const id of [...buyers, 'org-supplier']) expect(await itemsOf('/v1/matches', id)).toEqual({ items: [] });
    expect(await zone.mails()).toEqual([]);
  });

  it('is refused as one that is stored would be', async () => {
    const wrong = offerBody({ securityClass: 'core', colour: 'red' });
    const [posted, previewed] = await Promise.all(
      ['/v1/offers', '/v1/offers/preview'].map((path) =>
        zone.call(path, { method: 'POST', as: 'org-supplier', body: wrong }),
      ),
    );
    expect(previewed?.status).toBe(422);
    const Errors = z.object({ errors: z.array(z.unknown()) });
    expect(Errors.parse(previewed?.body).errors).toEqual(Errors.parse(posted?.body).errors);
  });
});

describe('a demand that is not stored', () => {
  it('is told which own demand it repeats', async () => {
    const found = await preview('demands', 'org-p1', demandBody({ title: 'the ONLY one!', domains: ['54'] }));
    expect(found.duplicates).toEqual([{ id: expect.any(String), title: 'The only one', status: 'listed' }]);
    expect(found['mailsPerWeek']).toEqual({ under: 5 });
  });
});

it('asks for a member’s token', async () => {
  expect((await zone.call('/v1/offers/preview', { method: 'POST', body: offerBody() })).status).toBe(401);
  const asOperator = { method: 'POST', as: 'zone', scope: 'operator', body: offerBody() } as const;
  expect((await zone.call('/v1/offers/preview', asOperator)).status).toBe(403);
});
