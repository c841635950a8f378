import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { demandBody, offerBody } from './listings.ts';
import { ZoneUnderTest } from './zone.ts';

const Verdict = z.looseObject({
  outcome: z.string(),
  rulebook: z.string(),
  criteria: z.array(
    z.looseObject({
      criterion: z.string(),
      outcome: z.string(),
      sentence: z.object({ 'zh-CN': z.string().min(1), en: z.string().min(1) }),
      reason: z.looseObject({ code: z.string() }).optional(),
      sources: z.array(z.looseObject({ rule: z.string(), en: z.string().min(1) })).optional(),
    }),
  ),
});

let zone: ZoneUnderTest;
let offer: string;
let demand: string;

const ask = (as: string, query: Record<string, string>, scope: 'member' | 'operator' = 'member') =>
  zone.call(`/v1/verdict?${new URLSearchParams(query)}`, { as, scope });
const told = async (as: string, query: Record<string, string>, scope: 'member' | 'operator' = 'member') => {
  const answer = await ask(as, query, scope);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return Verdict.parse(answer.body);
};
const criterion = ({ criteria }: z.infer<typeof Verdict>, id: string) => criteria.find((one) => one.criterion === id);

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  await zone.verify('org-insurer', { heldTags: [{ tag: 'mlps-3', validUntil: '2099-12-31' }] });
  await zone.verify('org-transit');
  await zone.verify('org-rival');
  offer = await zone.post('/v1/offers', 'org-transit', offerBody({ recipientTags: ['mlps-3'] }));
  demand = await zone.post('/v1/demands', 'org-insurer', demandBody());
  await zone.settle();
});
afterAll(() => zone?.zone.stop());

describe('GET /v1/verdict', () => {
  let whileMatched: string;

  it('tells each side of its match by which rules of which issue it was judged', async () => {
    for (const side of ['org-insurer', 'org-transit']) {
      const verdict = await told(side, { offer, demand });
      expect(verdict.outcome).toBe('matched');
      expect(verdict.rulebook).toMatch(/^purpose-rules@\S+ cross-border-rules@\S+ security-levels@\S+ weights@\S+$/);
      expect(verdict.criteria).toHaveLength(16);
      for (const { sources } of verdict.criteria) expect(sources).not.toEqual([]);
      expect(JSON.stringify(verdict)).not.toMatch(/org-insurer|org-transit/);
    }
    whileMatched = new Date().toISOString();
  });

  it('stays a match on a new day, while nothing that it rests on has ended', async () => {
    await zone.runSchedule('NewDay');
    expect((await told('org-insurer', { offer, demand })).outcome).toBe('matched');
  });

  it('is 404 for a third party, for a pair that nobody was told of, and for listings that are not there', async () => {
    const other = await zone.post('/v1/demands', 'org-rival', demandBody({ domains: ['01'] }));
    await zone.settle();
    const nobody = { offer, demand: `demand-${'0'.repeat(32)}` };
    const asked = [
      ask('org-rival', { offer, demand }),
      ask('org-rival', { offer, demand: other }),
      ask('org-transit', { offer, demand: other }),
      ask('org-insurer', nobody),
    ];
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const Said = z.object({ type: z.string(), title: z.string(), detail: z.string() });
    expect(new Set(answers.map(({ body }) => JSON.stringify(Said.parse(body)))).size).toBe(1);
  });

  it.each([
    ['an id of the wrong kind', { offer: 'demand-1', demand: 'x' }, ['/offer', '/demand']],
    ['a member who asks for another time', { at: '2026-01-01T00:00:00Z' }, ['/at']],
  ])('is 400 with the parameter named: %s', async (_name, query, pointers) => {
    const answer = await ask('org-insurer', { offer, demand, ...query });
    expect(answer.status).toBe(400);
    const { errors } = z.object({ errors: z.array(z.object({ pointer: z.string() })) }).parse(answer.body);
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('says after the buyer has lost a tag which gate fails; to the supplier without what the buyer lacks', async () => {
    await zone.verify('org-insurer');
    await zone.settle();
    const asBuyer = await told('org-insurer', { offer, demand });
    expect(asBuyer.outcome).toBe('not-matched');
    expect(criterion(asBuyer, 'recipient-tags')).toMatchObject({
      outcome: 'fail',
      reason: { code: 'recipient-tags-missing', facts: { missing: ['mlps-3'] } },
    });
    const asSupplier = criterion(await told('org-transit', { offer, demand }), 'recipient-tags');
    expect(asSupplier).toEqual({ criterion: 'recipient-tags', outcome: 'fail', sentence: asSupplier?.sentence });
    expect(JSON.stringify(asSupplier)).not.toMatch(/mlps/i);
  });

  it('shows the operator the pair as it stood at any time, with both parties', async () => {
    const then = await told('zone', { offer, demand, at: whileMatched }, 'operator');
    expect(then).toMatchObject({ outcome: 'matched', at: whileMatched, buyer: { id: 'org-insurer' } });
    const now = await told('zone', { offer, demand }, 'operator');
    expect(now).toMatchObject({ outcome: 'not-matched', supplier: { id: 'org-transit' } });
    expect(now).toMatchObject({ remedy: { changes: [{ side: 'buyer', kind: 'hold', tag: 'mlps-3' }] } });
    expect((await ask('zone', { offer, demand, at: '2020-01-01T00:00:00Z' }, 'operator')).status).toBe(404);
    expect((await ask('zone', { offer, demand, at: '2999-01-01T00:00:00Z' }, 'operator')).status).toBe(400);
  });

  it('keeps from a buyer what an offer says since it was told of it', async () => {
    await zone.revise(`/v1/offers/${offer}`, 'org-transit', offerBody({ domain: '85', recipientTags: ['iso-27701'] }));
    const verdict = await told('org-insurer', { offer, demand });
    expect(criterion(verdict, 'recipient-tags')).toMatchObject({ outcome: 'fail' });
    expect(JSON.stringify(verdict)).not.toMatch(/27701|"85"|reason":\{"code":"domain/);
    const asSupplier = await told('org-transit', { offer, demand });
    expect(criterion(asSupplier, 'domain')?.reason?.code).toBe('domain-unrelated');
    const asOperator = await told('zone', { offer, demand, at: whileMatched }, 'operator');
    expect(asOperator).toMatchObject({ outcome: 'matched', offer: { version: 1 } });
  });

  it('says that an offer is open no more', async () => {
    await zone.call(`/v1/offers/${offer}`, { method: 'DELETE', as: 'org-transit' });
    await zone.settle();
    const verdict = await told('org-insurer', { offer, demand });
    expect(criterion(verdict, 'in-force')?.reason?.code).toBe('offer-not-open');
  });

  it('tells no side of a pair anything more once both listings have changed: no text can be tried against another', async () => {
    const [other, own] = [
      await zone.post('/v1/offers', 'org-transit', offerBody()),
      await zone.post('/v1/demands', 'org-insurer', demandBody()),
    ];
    await zone.settle();
    await zone.revise(`/v1/offers/${other}`, 'org-transit', offerBody({ deliveryModes: ['raw'] }));
    expect((await ask('org-insurer', { offer: other, demand: own })).status).toBe(200);
    await zone.revise(`/v1/demands/${own}`, 'org-insurer', demandBody({ budget: { amount: 1, currency: 'CNY' } }));
    for (const side of ['org-insurer', 'org-transit']) {
      expect((await ask(side, { offer: other, demand: own })).status).toBe(404);
    }
    expect((await ask('zone', { offer: other, demand: own }, 'operator')).status).toBe(200);
  });
});
