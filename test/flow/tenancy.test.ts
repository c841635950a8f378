import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { demandBody, offerBody } from './listings.ts';
import { ZoneUnderTest } from './zone.ts';

const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })), nextCursor: z.string().optional() });
const Entries = z.object({
  items: z.array(
    z.looseObject({
      act: z.string(),
      at: z.string(),
      version: z.int().optional(),
      to: z.string().optional(),
      by: z.looseObject({ as: z.string(), organization: z.string().optional(), caller: z.string().optional() }),
      from: z.object({ requestId: z.string(), address: z.string() }).optional(),
    }),
  ),
  nextCursor: z.string().optional(),
});

let zone: ZoneUnderTest;
let offerId: string;
let demandId: string;
let matchId: string;

const matchesOf = async (organization: string, query = '') =>
  Items.parse((await zone.call(`/v1/matches${query}`, { as: organization })).body).items;
const audit = async (query: string) =>
  Entries.parse((await zone.call(`/v1/audit?${query}`, { as: 'zone', scope: 'operator' })).body).items;
const actsOf = async (query: string) => (await audit(query)).map(({ act }) => act);

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  for (const id of ['org-supplier', 'org-buyer', 'org-rival']) await zone.verify(id);
  const headers = { 'idempotency-key': 'the-same-key' };
  const posted = await zone.call('/v1/offers', { method: 'POST', as: 'org-supplier', headers, body: offerBody() });
  offerId = z.object({ id: z.string() }).parse(posted.body).id;
  demandId = await zone.post('/v1/demands', 'org-buyer', demandBody());
  await zone.settle();
  matchId = (await matchesOf('org-buyer'))[0]?.id ?? expect.fail('there is no match');
});
afterAll(() => zone?.zone.stop());

describe('a rival', () => {
  it('finds nothing that is not its own: each route answers 404, and never 403', async () => {
    const rival = { as: 'org-rival', headers: { 'if-match': '*' } };
    const calls = [
      ['GET', `/v1/offers/${offerId}`],
      ['DELETE', `/v1/offers/${offerId}`],
      ['GET', `/v1/offers/${offerId}/near-matches`],
      ['GET', `/v1/demands/${demandId}`],
      ['DELETE', `/v1/demands/${demandId}`],
      ['GET', `/v1/demands/${demandId}/near-matches`],
      ['GET', `/v1/matches/${matchId}`],
      ['GET', `/v1/verdict?offer=${offerId}&demand=${demandId}`],
    ] as const;
    for (const [method, path] of calls)
      expect([path, (await zone.call(path, { ...rival, method })).status]).toEqual([path, 404]);
    const put = { ...rival, method: 'PUT' };
    expect((await zone.call(`/v1/offers/${offerId}`, { ...put, body: offerBody() })).status).toBe(404);
    expect((await zone.call(`/v1/demands/${demandId}`, { ...put, body: demandBody() })).status).toBe(404);
    expect((await zone.call(`/v1/offers/${offerId}`, { as: 'org-supplier' })).status).toBe(200);
  });

  it('sees nothing in its lists, also behind somebody else’s cursor', async () => {
    await zone.post('/v1/offers', 'org-supplier', offerBody({ title: 'Second' }));
    const page = await zone.call('/v1/offers?limit=1', { as: 'org-supplier' });
    const { nextCursor = '' } = Items.parse(page.body);
    expect(nextCursor).not.toBe('');
    for (const path of ['/v1/offers', '/v1/demands', '/v1/matches', `/v1/offers?cursor=${nextCursor}`]) {
      expect((await zone.call(path, { as: 'org-rival' })).body).toEqual({ items: [] });
    }
    await zone.settle();
  });

  it('gets nothing back under somebody else’s idempotency key: it is another key', async () => {
    const headers = { 'idempotency-key': 'the-same-key' };
    const body = offerBody({ title: 'The rival’s own' });
    const answer = await zone.call('/v1/offers', { method: 'POST', as: 'org-rival', headers, body });
    expect(answer).toMatchObject({ status: 201, body: { title: 'The rival’s own', organizationId: 'org-rival' } });
    await zone.settle();
  });

  it('reads neither the audit record nor another organization', async () => {
    for (const path of [`/v1/audit?subject=${offerId}`, '/v1/organizations/org-supplier', '/v1/reviews']) {
      expect((await zone.call(path, { as: 'org-rival' })).status).toBe(403);
    }
  });
});

describe('the other side of a match', () => {
  const seen = async () =>
    z
      .object({ offer: z.record(z.string(), z.unknown()) })
      .parse((await zone.call(`/v1/matches/${matchId}`, { as: 'org-buyer' })).body).offer;

  it('appears with title, domain and level alone where it says nothing of disclosure', async () => {
    expect(Object.keys(await seen()).toSorted()).toEqual(['domain', 'id', 'securityLevel', 'title', 'version']);
  });

  it('appears as far as its disclosure goes, with confirmed contacts alone', async () => {
    await zone.verify('org-supplier', {
      contacts: [
        { email: 'sales@supplier.example', locale: 'en', confirmed: true },
        { email: 'typed@elsewhere.example', locale: 'en', confirmed: false },
      ],
    });
    await zone.revise(
      `/v1/offers/${offerId}`,
      'org-supplier',
      offerBody({ disclosure: ['description', 'organization', 'contacts'] }),
    );
    expect(await seen()).toMatchObject({
      description: offerBody()['description'],
      organization: { name: 'Organization org-supplier', kind: 'private' },
      contacts: [{ email: 'sales@supplier.example', locale: 'en' }],
    });
    expect(JSON.stringify(await seen())).not.toMatch(/elsewhere|org-supplier@|clearance|"fields"/);
    await zone.revise(`/v1/offers/${offerId}`, 'org-supplier', offerBody());
    expect(JSON.stringify(await seen())).not.toContain('supplier.example');
  });

  it('cannot disclose what there is not', async () => {
    const body = offerBody({ disclosure: ['everything'] });
    const answer = await zone.call('/v1/offers', { method: 'POST', as: 'org-supplier', body });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/disclosure/0' }] } });
  });
});

describe('the audit record', () => {
  it('has each write to a listing: who, what, when, from where and which version', async () => {
    const entries = (await audit(`subject=${offerId}&limit=100`)).filter(({ act }) => act.startsWith('listing-'));
    expect(entries.map(({ act, version }) => `${act} ${version}`)).toEqual([
      'listing-revised 3',
      'listing-revised 2',
      'listing-published 1',
    ]);
    for (const { by, from } of entries) {
      expect(by).toEqual({ as: 'member', organization: 'org-supplier', caller: 'org-supplier' });
      expect(from).toMatchObject({ address: expect.stringContaining('127.0.0.1') });
    }
  });

  it('has each disclosure: to whom a listing was shown or mailed, in which version', async () => {
    const entries = await audit(`subject=${offerId}&limit=100`);
    const mailed = entries.filter(({ act }) => act === 'match-mailed');
    expect(mailed).toMatchObject([
      { to: 'org-buyer', version: 1, matchId, by: { as: 'system', task: 'notify-match' } },
    ]);
    expect(JSON.stringify(mailed)).not.toContain('@');
    const read = entries.filter(({ act }) => act === 'match-read');
    expect(read.length).toBeGreaterThan(0);
    expect(new Set(read.map(({ by }) => by.organization))).toEqual(new Set(['org-buyer']));
    expect(await actsOf(`organization=org-rival&limit=100`)).not.toContain('match-read');
  });

  it('has what the operator did and looked at, its looks at the record too', async () => {
    await zone.call('/v1/organizations/org-buyer', { as: 'zone', scope: 'operator' });
    const acts = await actsOf('subject=org-buyer&limit=100');
    expect(acts.slice(0, 2)).toEqual(['organization-read', 'organization-verified']);
    expect((await actsOf('subject=org-buyer&limit=1'))[0]).toBe('audit-read');
  });

  it('comes page by page, newest first, by subject and by organization', async () => {
    for (const list of [`subject=${offerId}`, 'organization=org-buyer']) {
      const all = await audit(`${list}&limit=100`);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const query = `/v1/audit?${list}&limit=2${cursor === undefined ? '' : `&cursor=${cursor}`}`;
        const page = Entries.parse((await zone.call(query, { as: 'zone', scope: 'operator' })).body);
        paged.push(...page.items.map(({ id }) => String(id)));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect(paged.slice(-all.length)).toEqual(all.map(({ id }) => String(id)));
    }
  });

  it('takes the cursor of another list for a place in the one that is asked for', async () => {
    const cursor = Buffer.from(JSON.stringify(['~', demandId])).toString('base64url');
    const entries = await audit(`subject=${offerId}&limit=100&cursor=${cursor}`);
    expect(entries.length).toBeGreaterThan(0);
    expect(new Set(entries.map(({ subject }) => subject))).toEqual(new Set([offerId]));
  });

  it('is asked for by one of the two', async () => {
    for (const query of ['', '?subject=org-a&organization=org-b', '?subject=../x', '?other=1']) {
      expect((await zone.call(`/v1/audit${query}`, { as: 'zone', scope: 'operator' })).status).toBe(400);
    }
  });
});

describe('logs', () => {
  it('hold no title, address or token', async () => {
    const logs = zone.logs.join('\n');
    for (const text of [
      offerBody()['title'],
      'supplier.example',
      '@example.com',
      '127.0.0.1',
      await zone.token('org-buyer'),
    ]) {
      expect(logs).not.toContain(text);
    }
  });
});
