import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { demandBody, mapTags, offerBody } from './listings.ts';
import { ZoneUnderTest } from './zone.ts';

const Item = z.looseObject({ id: z.string(), outcome: z.string(), etag: z.string().optional() });
const Items = z.object({ items: z.array(Item) });

let zone: ZoneUnderTest;
let offer: string;
let id: string;
const note = 'Seen the map review number GS(2026)1234; the export is covered.';

const asOperator = (path: string, call: object = {}) => zone.call(path, { as: 'zone', scope: 'operator', ...call });
const decide = (body: object, headers = {}) => asOperator(`/v1/reviews/${id}`, { method: 'POST', body, headers });
const reviews = async (query = '') => Items.parse((await asOperator(`/v1/reviews${query}`)).body).items;
const matchesOf = async (as: string) => Items.parse((await zone.call('/v1/matches', { as })).body).items;
const seen = async () => (await Promise.all(['org-hk', 'org-transit'].map(matchesOf))).map(({ length }) => length);
const mails = async () =>
  (await zone.mails()).filter(({ to }) => to.some(({ address }) => address === 'org-hk@example.com'));
const maps = (fields = {}) => offerBody({ title: 'Freight maps', complianceTags: mapTags, ...fields });

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  await zone.verify('org-transit');
  await zone.verify('org-hk', { jurisdiction: 'HK' });
  offer = await zone.post('/v1/offers', 'org-transit', maps());
  await zone.post('/v1/demands', 'org-hk', demandBody({ jurisdiction: 'HK' }));
  await zone.settle();
  id = (await reviews())[0]?.id ?? expect.fail('nothing is under review');
});
afterAll(() => zone?.zone.stop());

describe('a match that needs a person', () => {
  it('is hidden from both sides, and shows the operator both listings in full and what is asked', async () => {
    expect(await seen()).toEqual([0, 0]);
    expect(await mails()).toEqual([]);
    const { body, headers } = await asOperator(`/v1/reviews/${id}`);
    expect(body).toMatchObject({
      isUndecided: true,
      outcome: 'needs-review',
      reviews: [],
      listings: { offer: { title: 'Freight maps', source: { kind: 'produced' } }, demand: { jurisdiction: 'HK' } },
    });
    expect(JSON.stringify(body)).not.toContain('@example.com');
    expect(headers.get('etag')).toMatch(/^"\S+"$/);
  });

  it.each([
    ['a decision that is none', { decision: 'maybe', note }, ['/decision']],
    ['no note', { decision: 'clear' }, ['/note']],
    ['an empty note', { decision: 'clear', note: '  ' }, ['/note']],
    ['a field that nobody knows', { decision: 'clear', note, mail: true }, ['/mail']],
  ])('is not decided by %s', async (_name, body, pointers) => {
    const answer = await decide(body);
    expect(answer.status).toBe(422);
    const { errors } = z.object({ errors: z.array(z.object({ pointer: z.string() })) }).parse(answer.body);
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('is not decided from an old reading, by a member, or where there is none', async () => {
    expect((await decide({ decision: 'clear', note }, { 'if-match': '"1-0"' })).status).toBe(412);
    for (const path of ['/v1/reviews', `/v1/reviews/${id}`]) {
      expect((await zone.call(path, { as: 'org-hk' })).status).toBe(403);
    }
    const body = { decision: 'clear', note };
    expect((await zone.call(`/v1/reviews/${id}`, { method: 'POST', as: 'org-hk', body })).status).toBe(403);
    for (const unknown of ['match-1', `match-${'0'.repeat(32)}`]) {
      expect((await asOperator(`/v1/reviews/${unknown}`)).status).toBe(404);
      expect((await asOperator(`/v1/reviews/${unknown}`, { method: 'POST', body })).status).toBe(404);
    }
    expect((await asOperator('/v1/reviews?decision=maybe')).status).toBe(400);
    expect(await seen()).toEqual([0, 0]);
  });

  it('is shown to both sides once cleared, as a match, and mailed once', async () => {
    const [{ etag = '' } = expect.fail()] = await reviews();
    const answer = await decide({ decision: 'clear', note }, { 'if-match': etag });
    expect(answer.status).toBe(200);
    await zone.settle();
    expect(await seen()).toEqual([1, 1]);
    for (const side of ['org-hk', 'org-transit']) {
      const { body } = await zone.call(`/v1/matches/${id}`, { as: side });
      expect(body).toMatchObject({ outcome: 'matched', clearedAt: expect.any(String) });
      expect(JSON.stringify(body)).not.toMatch(/GS\(2026\)|decidedBy|reviews/);
    }
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    for (const part of [mail?.html, mail?.text]) {
      expect(part?.replaceAll(/\s+/g, ' ')).toContain('the operator of the zone has looked at it and cleared it');
      expect(part).not.toContain('GS(2026)');
    }
    expect(await reviews()).toEqual([]);
    expect((await reviews('?decision=clear')).map((one) => one.id)).toEqual([id]);
  });

  it('is not mailed again when it is cleared again', async () => {
    expect((await decide({ decision: 'clear', note: 'Once more.' })).status).toBe(200);
    await zone.settle();
    expect(await mails()).toHaveLength(1);
  });

  it('is hidden again once rejected; every decision is kept, with its note and its maker', async () => {
    expect((await decide({ decision: 'reject', note: 'The number is of another map.' })).status).toBe(200);
    await zone.settle();
    expect(await seen()).toEqual([0, 0]);
    expect((await zone.call(`/v1/matches/${id}`, { as: 'org-hk' })).status).toBe(404);
    expect((await reviews('?decision=reject')).map((one) => one.id)).toEqual([id]);
    const { body } = await asOperator(`/v1/reviews/${id}`);
    expect(body).toMatchObject({
      reviews: [
        { decision: 'clear', note, decidedBy: 'zone' },
        { decision: 'clear', note: 'Once more.' },
        { decision: 'reject', note: 'The number is of another map.', offerVersion: 1 },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('"about"');
  });

  it('is asked about anew when the offer changes, and needs no decision once it is withdrawn', async () => {
    const { headers } = await zone.call(`/v1/offers/${offer}`, { as: 'org-transit' });
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    const body = maps({ description: 'Other counts.' });
    await zone.call(`/v1/offers/${offer}`, { method: 'PUT', as: 'org-transit', headers: ifMatch, body });
    await zone.settle();
    expect((await reviews()).map((one) => one.id)).toEqual([id]);
    expect(await seen()).toEqual([0, 0]);
    await zone.call(`/v1/offers/${offer}`, { method: 'DELETE', as: 'org-transit' });
    await zone.settle();
    expect(await reviews()).toEqual([]);
    expect((await decide({ decision: 'clear', note })).status).toBe(409);
    expect((await zone.call(`/v1/matches/${id}`, { as: 'org-hk' })).status).toBe(404);
    expect(zone.logs.join('\n')).not.toContain('GS(2026)');
  });
});
