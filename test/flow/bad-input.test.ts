import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deceptive, meaningful } from './hostile-texts.ts';
import { demandBody, offerBody } from './listings.ts';
import { type Answer, ZoneUnderTest } from './zone.ts';

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string().min(1) })).default([]),
});

let zone: ZoneUnderTest;
const post = (body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  zone.call('/v1/offers', { method: 'POST', as: 'org-a', body, headers });

/** The problem in an answer; checks its media type and that it says the status again. */
function problemOf(answer: Answer): z.infer<typeof Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = Problem.parse(answer.body);
  expect(problem.status).toBe(answer.status);
  return problem;
}

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
});
afterAll(() => zone?.zone.stop());

describe('a body', () => {
  it.each(['{', '', 'null x', '{"title": }'])('that is not JSON is a 400: %j', async (raw) => {
    const answer = await zone.call('/v1/offers', {
      method: 'POST',
      as: 'org-a',
      raw,
      headers: { 'content-type': 'application/json' },
    });
    expect(problemOf(answer)).toMatchObject({ status: 400, type: 'urn:zonematch:problem:invalid-json' });
  });

  it('of another media type is a 415', async () => {
    const answer = await zone.call('/v1/offers', {
      method: 'POST',
      as: 'org-a',
      raw: '<offer/>',
      headers: { 'content-type': 'application/xml' },
    });
    expect(problemOf(answer).status).toBe(415);
  });

  it('that is said to be compressed is a 415, whatever it is', async () => {
    expect(problemOf(await post(offerBody(), { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await post(offerBody(), { 'content-encoding': 'identity' })).status).toBe(201);
  });

  it('of more than 256 KiB is a 413, one below is not', async () => {
    const answer = await post(offerBody({ description: 'x'.repeat(256 * 1024) }));
    expect(problemOf(answer).status).toBe(413);
    const below = await post(offerBody({ description: 'x'.repeat(255 * 1024) }));
    expect(problemOf(below).status).toBe(422);
  });

  it('with unknown and wrong fields is a 422 with a pointer and a sentence for each', async () => {
    const answer = await post(
      offerBody({
        colour: 'red',
        securityLevel: 9,
        domain: 'ZZ',
        permittedPurposes: ['purpose-ai-training', 'nonsense'],
        deliveryModes: [],
        fields: [{ name: 'VIN', size: 17 }],
        coverage: { from: '2026-02-01', to: '2026-01-01' },
        price: { model: 'one-off', amount: 100 },
        validUntil: 'tomorrow',
      }),
    );
    const problem = problemOf(answer);
    expect(problem.status).toBe(422);
    expect(problem.errors.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/colour',
      '/coverage/to',
      '/deliveryModes',
      '/domain',
      '/fields/0/size',
      '/permittedPurposes/1',
      '/price/currency',
      '/securityLevel',
      '/validUntil',
    ]);
  });

  it('without its needed fields names each of them', async () => {
    const problem = problemOf(await zone.call('/v1/demands', { method: 'POST', as: 'org-a', body: {} }));
    expect(problem.errors.map(({ pointer, code }) => `${pointer} ${code}`).toSorted()).toEqual([
      '/deliveryModes missing',
      '/description missing',
      '/domains missing',
      '/jurisdiction missing',
      '/maxSecurityLevel missing',
      '/purpose missing',
      '/title missing',
    ]);
  });

  it('is answered in the language of the caller', async () => {
    const zh = problemOf(await post({ title: 1 }, { 'accept-language': 'zh-CN,zh;q=0.9' }));
    const en = problemOf(await post({ title: 1 }, { 'accept-language': 'en-GB,en;q=0.8' }));
    expect(zh.errors.every(({ detail }) => /\p{Script=Han}/u.test(detail))).toBe(true);
    expect(en.errors.every(({ detail }) => /^[\x20-\x7e“”]+$/.test(detail))).toBe(true);
  });

  it.each(['core', 'state-secret', 'work-secret'])(
    'of class %s is refused with the source of the rule',
    async (securityClass) => {
      const problem = problemOf(await post(offerBody({ securityClass }), { 'accept-language': 'en' }));
      expect(problem.errors[0]).toMatchObject({ pointer: '/securityClass', code: 'class-never-listed' });
      expect(problem.errors[0]?.detail).toMatch(/NDSMR|Network Data Security|Data Security Law|DSL/);
    },
  );

  it('that is over already is refused', async () => {
    const problem = problemOf(await post(offerBody({ validUntil: '2020-01-01T00:00:00Z' })));
    expect(problem.errors).toMatchObject([{ pointer: '/validUntil', code: 'already-over' }]);
  });

  it('with control characters or bidirectional overrides in a title is refused', async () => {
    for (const title of ['a\u0000b', 'a\u202eb', 'a\nb', '\ud800']) {
      expect(problemOf(await post(offerBody({ title }))).errors[0]?.pointer).toBe('/title');
    }
  });
});

describe('a caller', () => {
  it('without a token, or with one that is none, gets a 401', async () => {
    expect((await zone.call('/v1/offers')).status).toBe(401);
    expect((await zone.call('/v1/offers', { token: 'not.a.token' })).status).toBe(401);
    const [head, claims] = (await zone.token('org-a')).split('.');
    expect((await zone.call('/v1/offers', { token: `${head}.${claims}.AAAA` })).status).toBe(401);
  });

  it('with the wrong scope gets a 403, in both directions', async () => {
    expect((await zone.call('/v1/reviews', { as: 'org-a' })).status).toBe(403);
    expect((await zone.call('/v1/organizations/org-a', { as: 'org-a' })).status).toBe(403);
    expect((await zone.call('/v1/offers', { as: 'zone', scope: 'operator' })).status).toBe(403);
  });

  it('finds nothing of another organization, whatever it tries', async () => {
    const id = await zone.post('/v1/offers', 'org-a', offerBody());
    const own = await zone.call(`/v1/offers/${id}`, { as: 'org-a' });
    expect(own.status).toBe(200);
    const tries: readonly Promise<Answer>[] = [
      zone.call(`/v1/offers/${id}`, { as: 'org-b' }),
      zone.call(`/v1/offers/${id}`, { method: 'DELETE', as: 'org-b' }),
      zone.call(`/v1/offers/${id}`, { method: 'PUT', as: 'org-b', body: offerBody(), headers: { 'if-match': '"1"' } }),
      zone.call(`/v1/offers/offer-${'0'.repeat(32)}`, { as: 'org-b' }),
      zone.call('/v1/offers/../../etc', { as: 'org-b' }),
      zone.call(`/v1/demands/${id}`, { as: 'org-a' }),
      zone.call('/v1/matches/match-1', { as: 'org-a' }),
    ];
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(404);
    expect((await zone.call('/v1/offers', { as: 'org-b' })).body).toEqual({ items: [] });
  });

  it('cannot give itself clearance, tags or a confirmed contact', async () => {
    const body = { name: 'A', kind: 'private', jurisdiction: 'CN', clearance: 5, heldTags: [{ tag: 'mlps-5' }] };
    const answer = await zone.call('/v1/organization', { method: 'PUT', as: 'org-a', body });
    expect(problemOf(answer).errors.map(({ pointer }) => pointer)).toEqual(['/clearance', '/heldTags']);
    const contacts = [{ email: 'a@example.com', confirmed: true }];
    const second = { name: 'A', kind: 'private', jurisdiction: 'CN', contacts };
    const refused = await zone.call('/v1/organization', { method: 'PUT', as: 'org-a', body: second });
    expect(problemOf(refused).errors.map(({ pointer }) => pointer)).toEqual(['/contacts/0/confirmed']);
  });
});

describe('a change', () => {
  it('needs the version that it was made from', async () => {
    const id = await zone.post('/v1/demands', 'org-a', demandBody());
    const put = (headers: Record<string, string>) =>
      zone.call(`/v1/demands/${id}`, { method: 'PUT', as: 'org-a', body: demandBody(), headers });
    expect(problemOf(await put({})).status).toBe(428);
    expect(problemOf(await put({ 'if-match': '"7"' })).status).toBe(412);
    expect((await put({ 'if-match': '"1"' })).headers.get('etag')).toBe('"2"');
    expect(problemOf(await put({ 'if-match': '"1"' })).status).toBe(412);
    expect((await zone.call(`/v1/demands/${id}`, { method: 'DELETE', as: 'org-a' })).status).toBe(204);
    expect(problemOf(await put({ 'if-match': '"3"' })).status).toBe(409);
  });

  it('posted twice under one idempotency key is made once; another body under it is refused', async () => {
    const headers = { 'idempotency-key': 'once' };
    const [first, second] = await Promise.all([post(offerBody(), headers), post(offerBody(), headers)]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(problemOf(await post(offerBody({ title: 'Another' }), headers)).type).toContain('key-reused');
    const other = await zone.call('/v1/offers', { method: 'POST', as: 'org-b', body: offerBody(), headers });
    expect(other.status).toBe(201);
  });
});

describe('a list', () => {
  it('comes in pages that neither repeat nor lose', async () => {
    const ids = await Promise.all(
      Array.from({ length: 7 }, (_, index) =>
        zone.post('/v1/offers', 'org-pages', offerBody({ title: `Offer ${index}` })),
      ),
    );
    const Page = z.object({ items: z.array(z.looseObject({ id: z.string() })), nextCursor: z.string().optional() });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = `?limit=3${cursor ? `&cursor=${cursor}` : ''}`;
      const page = Page.parse((await zone.call(`/v1/offers${query}`, { as: 'org-pages' })).body);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  it.each(['limit=0', 'limit=x', 'cursor=abc', 'cursor=WyJhIiwiIl0', 'status=lost', 'colour=red'])(
    'with %s is a 400',
    async (query) => {
      expect(problemOf(await zone.call(`/v1/offers?${query}`, { as: 'org-a' })).status).toBe(400);
    },
  );
});

describe('text that means something to a machine', () => {
  const inOffer = (text: string) =>
    offerBody({
      title: text,
      description: text,
      keywords: [text],
      fields: [{ name: text, label: text, type: text, unit: text }],
      source: { kind: 'produced', statement: text },
      complianceTags: ['non-pi', 'right-operate', { tag: 'takedown-commitment', issuer: text, number: text }],
    });
  const inDemand = (text: string) =>
    demandBody({ title: text, description: text, keywords: [text], expectedFields: [{ name: text, label: text }] });
  const inOrganization = (text: string) => ({ name: text, kind: 'private', jurisdiction: 'CN', park: text });

  it('is kept as it was written, in every field, and read back so', async () => {
    for (const text of meaningful) {
      const kept = text.normalize('NFC');
      for (const [path, body] of [
        ['/v1/offers', inOffer(text)],
        ['/v1/demands', inDemand(text)],
      ] as const) {
        const id = await zone.post(path, 'org-hostile', body);
        const { body: read } = await zone.call(`${path}/${id}`, { as: 'org-hostile' });
        expect(read).toMatchObject({ title: kept, description: kept, keywords: [kept] });
      }
      const own = { method: 'PUT', as: 'org-hostile', body: inOrganization(text) };
      expect((await zone.call('/v1/organization', own)).body).toMatchObject({ name: kept, park: kept });
    }
  });

  it('is refused in every field where it would deceive a reader, each with its pointer', async () => {
    for (const text of deceptive) {
      const { errors } = problemOf(await post(inOffer(text)));
      const pointers = errors.map(({ pointer }) => pointer);
      expect([JSON.stringify(text), pointers]).toEqual([
        JSON.stringify(text),
        expect.arrayContaining(['/title', '/description', '/keywords/0', '/fields/0/name', '/source/statement']),
      ]);
    }
  });

  it('is nothing but text in ids, cursors, parameters and headers', async () => {
    for (const text of meaningful) {
      const inPath = encodeURIComponent(text);
      const answers = [
        await zone.call(`/v1/offers/${inPath}`, { as: 'org-hostile' }),
        await zone.call(`/v1/matches/${inPath}`, { as: 'org-hostile' }),
        await zone.call(`/v1/organizations/${inPath}`, { as: 'zone', scope: 'operator' }),
        await zone.call(`/v1/offers?cursor=${inPath}`, { as: 'org-hostile' }),
        await zone.call(`/v1/offers?status=${inPath}`, { as: 'org-hostile' }),
        await zone.call(`/v1/matches?offer=${inPath}`, { as: 'org-hostile' }),
      ];
      expect([text, ...answers.map(({ status }) => status)]).toEqual([text, 404, 404, 404, 400, 400, 400]);
    }
  });
});
