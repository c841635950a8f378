import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { demandBody, offerBody } from './listings.ts';
import { type Answer, ZoneUnderTest } from './zone.ts';

const Listing = z.looseObject({ id: z.string(), title: z.string(), version: z.number(), status: z.string() });
const Items = z.object({ items: z.array(Listing) });
const Problem = z.object({
  type: z.string(),
  detail: z.string().min(1),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string().min(1) })).default([]),
});

/** An offer with each kind of field that a row could keep otherwise than it was answered. */
const fullOffer = () =>
  offerBody({
    keywords: ['货运', 'freight'],
    complianceTags: [
      'non-pi',
      { tag: 'right-operate', issuer: 'Registry', validUntil: '2099-12-31' },
      'takedown-commitment',
    ],
    fields: [{ name: 'day' }, { name: 'count', label: 'Vehicles', type: 'integer', unit: '1' }],
    coverage: { regions: ['110112', '110000'], from: '2020-01-01' },
    recordCount: Number.MAX_SAFE_INTEGER,
    personCount: 0,
    transfer: { receivedUnder: [], mainlandDataAdded: false },
    price: { model: 'per-call', amount: 1, currency: 'CNY' },
    validUntil: '2099-01-01T00:00:00+08:00',
  });

let zone: ZoneUnderTest;

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
});
afterAll(() => zone?.zone.stop());

/** What a client can tell two answers apart by. */
const seenOf = ({ status, headers, body }: Answer) => ({
  status,
  location: headers.get('location'),
  etag: headers.get('etag'),
  body: JSON.stringify(body),
});

const problemOf = ({ status, body }: Answer) => ({ status, ...Problem.parse(body) });

const post = (as: string, key: string, body: unknown = offerBody(), path = '/v1/offers') =>
  zone.call(path, { method: 'POST', as, headers: { 'idempotency-key': key }, body });

const idOf = ({ body }: Answer): string => Listing.parse(body).id;
const listed = async (as: string, path = '/v1/offers') => Items.parse((await zone.call(path, { as })).body).items;
const made = async (as: string, path?: string) => (await listed(as, path)).map(({ id }) => id);

describe('a post under an idempotency key', () => {
  it('is answered a second time as the first time, to the letter', async () => {
    const key = randomUUID();
    const first = await post('org-again', key, fullOffer());
    expect(seenOf(first)).toMatchObject({ status: 201, location: `/v1/offers/${idOf(first)}`, etag: '"1"' });
    expect(seenOf(await post('org-again', key, fullOffer()))).toEqual(seenOf(first));
    expect(await made('org-again')).toEqual([idOf(first)]);
  });

  it('is refused with another body, be it only written otherwise, and changes nothing', async () => {
    const key = randomUUID();
    const first = await post('org-other-body', key);
    for (const body of [offerBody({ title: 'Another' }), Object.fromEntries(Object.entries(offerBody()).reverse())]) {
      const refused = problemOf(await post('org-other-body', key, body));
      expect(refused).toMatchObject({ status: 422, type: 'urn:zonematch:problem:key-reused' });
    }
    expect(await listed('org-other-body')).toEqual([first.body]);
    expect(seenOf(await post('org-other-body', key))).toEqual(seenOf(first));
  });

  it('ten times at once makes one listing, and every answer is that one', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post('org-ten', key, fullOffer())));
    const seen = answers.map(seenOf);
    expect(seen[0]).toMatchObject({ status: 201 });
    for (const one of seen) expect(one).toEqual(seen[0]);
    expect(await listed('org-ten')).toEqual([answers[0]?.body]);
  });

  it('is another one for another organization, for the other kind and without a key', async () => {
    const key = randomUUID();
    const [offer, demand, others, ...keyless] = await Promise.all([
      post('org-one', key),
      post('org-one', key, demandBody(), '/v1/demands'),
      post('org-two', key),
      zone.call('/v1/offers', { method: 'POST', as: 'org-three', body: offerBody() }),
      zone.call('/v1/offers', { method: 'POST', as: 'org-three', body: offerBody() }),
    ]);
    for (const { status } of [offer, demand, others, ...keyless]) expect(status).toBe(201);
    expect(await made('org-one')).toEqual([idOf(offer)]);
    expect(await made('org-one', '/v1/demands')).toEqual([idOf(demand)]);
    expect(await made('org-two')).toEqual([idOf(others)]);
    expect((await made('org-three')).toSorted()).toEqual(keyless.map(idOf).toSorted());
    expect(keyless.map(idOf)).toEqual([...new Set(keyless.map(idOf))]);
  });

  it('tells keys apart by letter case and by what another key begins with', async () => {
    const keys = ['key', 'KEY', 'key#1', 'offer#key'];
    const answers = await Promise.all(keys.map((key) => post('org-keys', key)));
    expect(new Set(answers.map(idOf)).size).toBe(keys.length);
  });

  it('is answered as the first time after the listing was revised, and after it was withdrawn', async () => {
    const key = randomUUID();
    const first = await post('org-later', key);
    const path = `/v1/offers/${idOf(first)}`;
    const body = offerBody({ title: 'Revised' });
    const revised = await zone.call(path, { method: 'PUT', as: 'org-later', headers: { 'if-match': '"1"' }, body });
    expect(revised.status).toBe(200);
    expect(seenOf(await post('org-later', key))).toEqual(seenOf(first));
    expect((await zone.call(path, { method: 'DELETE', as: 'org-later' })).status).toBe(204);
    expect(seenOf(await post('org-later', key))).toEqual(seenOf(first));
    expect(await listed('org-later')).toMatchObject([{ title: 'Revised', status: 'withdrawn', version: 3 }]);
  });

  it('that was refused may be sent again, mended, under the same key', async () => {
    const key = randomUUID();
    expect((await post('org-mended', key, offerBody({ title: '' }))).status).toBe(422);
    expect((await post('org-mended', key)).status).toBe(201);
    expect(await listed('org-mended')).toHaveLength(1);
  });

  it.each([
    ['none in it', ''],
    ['256 characters', 'k'.repeat(256)],
    ['5000 characters', 'k'.repeat(5000)],
    ['a space', 'two words'],
    ['two keys', 'one, two'],
    ['a letter beyond ASCII', 'cl\u00e9'],
  ])('is a 400 that points to the header where the key has %s', async (_name, key) => {
    expect(problemOf(await post('org-bad-key', key))).toMatchObject({
      status: 400,
      type: 'urn:zonematch:problem:invalid-parameter',
      errors: [{ pointer: '/idempotency-key' }],
    });
    expect(await listed('org-bad-key')).toEqual([]);
  });

  it('takes a key of 255 characters', async () => {
    const key = `!~${'k'.repeat(253)}`;
    const first = await post('org-long-key', key);
    expect(first.status).toBe(201);
    expect(seenOf(await post('org-long-key', key))).toEqual(seenOf(first));
  });
});

describe('a change made from a version', () => {
  const start = async (as: string) => `/v1/offers/${await zone.post('/v1/offers', as, offerBody())}`;
  const put = (path: string, as: string, ifMatch: string | undefined, title = 'Changed') =>
    zone.call(path, {
      method: 'PUT',
      as,
      body: offerBody({ title }),
      ...(ifMatch !== undefined && { headers: { 'if-match': ifMatch } }),
    });
  const remove = (path: string, as: string, ifMatch: string) =>
    zone.call(path, { method: 'DELETE', as, headers: { 'if-match': ifMatch } });
  const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).toSorted();

  it('eight times at once is made once; the record is what that one said', async () => {
    const path = await start('org-eight');
    for (const round of [1, 2, 3]) {
      const titles = Array.from({ length: 8 }, (_, n) => `Round ${round}, writer ${n}`);
      const answers = await Promise.all(titles.map((title) => put(path, 'org-eight', `"${round}"`, title)));
      expect(statuses(answers)).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
      const winner = answers.find(({ status }) => status === 200) ?? expect.fail();
      expect(seenOf(await zone.call(path, { as: 'org-eight' }))).toEqual(seenOf(winner));
      expect(Listing.parse(winner.body)).toMatchObject({ version: round + 1, title: titles[answers.indexOf(winner)] });
    }
  });

  it('is made once where a revision and a withdrawal meet', async () => {
    for (const name of ['org-meet-1', 'org-meet-2', 'org-meet-3']) {
      const path = await start(name);
      const [revised, withdrawn] = await Promise.all([put(path, name, '"1"'), remove(path, name, '"1"')]);
      const status = revised.status === 200 ? 'listed' : 'withdrawn';
      expect([revised.status, withdrawn.status]).toEqual(status === 'listed' ? [200, 412] : [412, 204]);
      expect((await zone.call(path, { as: name })).body).toMatchObject({ status, version: 2 });
    }
  });

  it('is a 428 without If-Match', async () => {
    const path = await start('org-no-version');
    expect(problemOf(await put(path, 'org-no-version', undefined)).status).toBe(428);
    expect((await zone.call(path, { as: 'org-no-version' })).headers.get('etag')).toBe('"1"');
  });

  it.each([
    ['weak', 'W/"1"'],
    ['without quotes', '1'],
    ['in single quotes', "'1'"],
    ['empty', ''],
    ['an empty tag', '""'],
    ['of a version to come', '"2"'],
    ['with a space inside', '" 1"'],
    ['with a leading zero', '"01"'],
    ['open', '"1'],
  ])('is a 412 with a validator that is %s', async (_name, ifMatch) => {
    const path = await start('org-wrong-version');
    expect(problemOf(await put(path, 'org-wrong-version', ifMatch)).status).toBe(412);
    expect(problemOf(await remove(path, 'org-wrong-version', ifMatch)).status).toBe(412);
    const { headers, body } = await zone.call(path, { as: 'org-wrong-version' });
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({ status: 'listed' });
  });

  it('is made with one of several validators, and with * from whichever version', async () => {
    const path = await start('org-several');
    expect((await put(path, 'org-several', '"7", "1"')).headers.get('etag')).toBe('"2"');
    expect((await put(path, 'org-several', '*')).headers.get('etag')).toBe('"3"');
  });

  it('is a 409 once the listing is withdrawn, and a 412 from before', async () => {
    const path = await start('org-gone');
    expect((await remove(path, 'org-gone', '"1"')).status).toBe(204);
    const { headers } = await zone.call(path, { as: 'org-gone' });
    expect(headers.get('etag')).toBe('"2"');
    expect(problemOf(await put(path, 'org-gone', '"2"'))).toMatchObject({
      status: 409,
      type: 'urn:zonematch:problem:not-open',
    });
    expect(problemOf(await put(path, 'org-gone', '"1"')).status).toBe(412);
    expect((await remove(path, 'org-gone', '"1"')).status).toBe(204);
    expect((await zone.call(path, { as: 'org-gone' })).headers.get('etag')).toBe('"2"');
  });
});
