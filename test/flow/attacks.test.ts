import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes as intakeRoutes, type RouteTo } from '../../infra/intake/routes.ts';
import { listenLocally } from '../../infra/local/listen.ts';
import { operationRoutes } from '../../infra/operation/operation-routes.ts';
import { type OwnIssuer, startOwnIssuer } from '../local/own-issuer.ts';
import { IssuerKey, makeForger } from './forged-tokens.ts';
import { demandBody, offerBody } from './listings.ts';
import { type Answer, ZoneUnderTest } from './zone.ts';

type Route = RouteTo<string>;

const routes: readonly Route[] = [...intakeRoutes, ...operationRoutes];

/** What stands in everything of the organization that is attacked, and may be shown to no rival. */
const secret = 'Kanarienvogel';

const Kept = z.object({ issuerKeys: z.tuple([IssuerKey]) });
const Id = z.object({ id: z.string() });
const Ids = z.object({ items: z.array(Id), nextCursor: z.string().optional() });

let folder: string;
let zone: ZoneUnderTest;
let foreign: OwnIssuer;
let forger: ReturnType<typeof makeForger>;
const victim = { offer: '', demand: '', match: '', review: '', cursor: '' };
let attacks = 0;
const leaks: string[] = [];

/** An attack is any request that must get nothing; what leaks is kept, to be told of at the end. */
async function attack(name: string, path: string, call: Parameters<ZoneUnderTest['call']>[1]): Promise<Answer> {
  attacks++;
  const answer = await zone.call(path, call);
  const text = JSON.stringify([answer.body, [...answer.headers]]);
  if (text.includes(secret)) leaks.push(`${name}: ${call?.method ?? 'GET'} ${path}`);
  return answer;
}

/** A path with ids of the victim in it, whatever the caller's. */
function pathOf({ path }: Route): string {
  const id = path.includes('/offers')
    ? victim.offer
    : path.includes('/demands')
      ? victim.demand
      : path.includes('/reviews')
        ? victim.review
        : path.includes('/organizations')
          ? 'org-victim'
          : victim.match;
  const query: Readonly<Record<string, string>> = {
    '/v1/verdict': `?offer=${victim.offer}&demand=${victim.demand}`,
    '/v1/audit': `?subject=${victim.offer}`,
  };
  return path.replace('{id}', id) + (query[path] ?? '');
}

const profile = { name: 'Rival', kind: 'private', jurisdiction: 'CN' };

/** A body that the route would take of somebody who may. */
function bodyOf({ method, path }: Route): unknown {
  if (method === 'GET' || method === 'DELETE') return undefined;
  if (path.includes('/suspension')) return { note: 'out' };
  if (path.includes('/reviews')) return { decision: 'clear', note: 'ours' };
  if (path.includes('/organization')) return profile;
  if (path.includes('/parked-messages')) return { queue: 'match-requests', id: 'message-1', note: 'ours' };
  if (path.includes('/replays')) return { of: 'everything' };
  return path.includes('/demands') ? demandBody() : offerBody();
}

const called = (route: Route) => ({ method: route.method, body: bodyOf(route), headers: { 'if-match': '*' } });
const named = ({ method, path }: Route): string => `${method} ${path}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonematch-attacked-'));
  foreign = await startOwnIssuer();
  zone = await ZoneUnderTest.start({ data: folder });
  const [key] = Kept.parse(JSON.parse(await readFile(join(folder, 'zone.json'), 'utf8'))).issuerKeys;
  forger = makeForger({ issuer: zone.zone.issuer, key, foreign });
  await zone.verify('org-victim', {
    name: `${secret} Ltd`,
    contacts: [{ email: `${secret}@example.com`, locale: 'en', confirmed: true }],
  });
  await zone.verify('org-partner');
  await zone.verify('org-rival', { name: 'Rival' });
  const title = `${secret} of freight`;
  const headers = { 'idempotency-key': 'the-key-of-the-victim' };
  const offer = offerBody({ title, description: `${secret} in words` });
  victim.offer = Id.parse(
    (await zone.call('/v1/offers', { method: 'POST', as: 'org-victim', headers, body: offer })).body,
  ).id;
  await zone.post('/v1/offers', 'org-victim', offerBody({ title: `${title} 2` }));
  victim.demand = await zone.post('/v1/demands', 'org-partner', demandBody({ title: `${secret} wanted` }));
  await zone.settle();
  const matches = Ids.parse((await zone.call('/v1/matches', { as: 'org-victim' })).body);
  victim.match = matches.items[0]?.id ?? expect.fail('there is no match');
  victim.review = victim.match;
  victim.cursor = Ids.parse((await zone.call('/v1/offers?limit=1', { as: 'org-victim' })).body).nextCursor ?? '';
});
afterAll(async () => {
  await zone?.zone.stop();
  await foreign?.stop();
  await rm(folder, { recursive: true, force: true });
});

const guarded = routes.filter(({ access }) => access !== 'open');

describe('the victim itself', () => {
  it('sees all of it, so that a secret that is not seen was kept', async () => {
    for (const path of [`/v1/offers/${victim.offer}`, `/v1/matches/${victim.match}`, '/v1/organization']) {
      expect(JSON.stringify((await zone.call(path, { as: 'org-victim' })).body)).toContain(secret);
    }
    expect(victim.cursor).not.toBe('');
    expect((await zone.call('/v1/offers', { token: await forger.signed({}) })).status).toBe(200);
  });
});

describe('a forged token', () => {
  it('gets 401 at every route, whatever is wrong with it', async () => {
    const forgeries = Object.entries(forger.forged);
    expect(forgeries.length).toBeGreaterThan(15);
    for (const [name, make] of forgeries) {
      const token = await make();
      for (const route of guarded) {
        const { status, body } = await attack(name, pathOf(route), { ...called(route), token });
        expect([name, named(route), status, body]).toEqual([name, named(route), 401, { message: 'Unauthorized' }]);
      }
    }
  });
});

describe('a token of the issuer that says too little or too much', () => {
  it.each<[string, Record<string, unknown>]>([
    ['no organization', { org_id: undefined, scope: 'member' }],
    ['an empty organization', { org_id: '', scope: 'member' }],
    ['a list of organizations', { org_id: ['org-rival', 'org-victim'], scope: 'member' }],
    ['an organization with a key’s sign in it', { org_id: 'org-victim#offer', scope: 'member' }],
    ['an organization with a space behind it', { org_id: 'org-victim ', scope: 'member' }],
    ['an object for an organization', { org_id: { id: 'org-victim' }, scope: 'member' }],
    ['no scope', { scope: undefined }],
    ['a scope that begins alike', { scope: 'members operators' }],
    ['an operator without an organization', { org_id: undefined, scope: 'operator' }],
    ['an operator without a name', { org_id: 'zone', sub: undefined, client_id: undefined, scope: 'operator' }],
  ])('such as %s reads the vocabulary and nothing else', async (name, claims) => {
    const token = await forger.signed(claims);
    for (const route of guarded) {
      const { status } = await attack(name, pathOf(route), { ...called(route), token });
      expect([named(route), status]).toEqual([named(route), route.access === 'any-token' ? 200 : 403]);
    }
  });
});

describe('a rival', () => {
  const isOperators = ({ access }: Route): boolean => access === 'operator';

  it('is not the operator at any route that is the operator’s', async () => {
    for (const route of guarded.filter(isOperators)) {
      const { status } = await attack('rival', pathOf(route), { ...called(route), as: 'org-rival' });
      expect([named(route), status]).toEqual([named(route), 403]);
    }
  });

  it('finds with the ids of others what is not there: 404, as with ids that nobody has', async () => {
    const unknown = {
      offer: `offer-${'0'.repeat(32)}`,
      demand: `demand-${'0'.repeat(32)}`,
      match: `match-${'0'.repeat(32)}`,
    };
    for (const route of guarded.filter((one) => !isOperators(one) && pathOf(one) !== one.path)) {
      const [mine, nobodys] = [
        pathOf(route),
        pathOf(route)
          .replace(victim.offer, unknown.offer)
          .replace(victim.demand, unknown.demand)
          .replace(victim.match, unknown.match),
      ];
      const answer = await attack('ids of others', mine, { ...called(route), as: 'org-rival' });
      const none = await attack('ids of nobody', nobodys, { ...called(route), as: 'org-rival' });
      const told = ({ status, body }: Answer) => [
        status,
        { ...z.record(z.string(), z.unknown()).parse(body), instance: '' },
      ];
      expect([named(route), answer.status]).toEqual([named(route), 404]);
      // Nothing tells the two apart.
      expect(told(answer)).toEqual(told(none));
    }
  });

  it('gets no more by saying in another place whose it is', async () => {
    const places = [
      { query: '?org_id=org-victim', status: 400 },
      { query: '?organization=org-victim', status: 400 },
      { query: `?cursor=${encodeURIComponent(victim.cursor)}`, status: 200 },
      { headers: { 'x-organization': 'org-victim', 'x-org-id': 'org-victim' }, status: 200 },
      { headers: { 'x-amzn-oidc-data': 'e30.e30.', 'x-amzn-request-context': '{"authorizer":{}}' }, status: 200 },
      { headers: { 'x-forwarded-for': '127.0.0.1', 'x-original-url': '/v1/organizations/org-victim' }, status: 200 },
      { headers: { cookie: 'org_id=org-victim' }, status: 200 },
    ];
    for (const { query = '', headers = {}, status } of places) {
      for (const path of ['/v1/offers', '/v1/demands', '/v1/matches']) {
        const answer = await attack('another place', `${path}${query}`, { as: 'org-rival', headers });
        if (status === 200) expect(answer).toMatchObject({ status, body: { items: [] } });
        else expect([path, query, answer.status]).toEqual([path, query, status]);
      }
    }
  });

  it('gets no more by other methods, spellings of paths, or methods in headers', async () => {
    const token = await zone.token('org-rival');
    const tried: readonly [string, string, Record<string, string>?][] = [
      ['PATCH', `/v1/offers/${victim.offer}`],
      ['PUT', '/v1/offers'],
      ['DELETE', '/v1/offers'],
      ['POST', `/v1/offers/${victim.offer}`],
      ['POST', '/v1/matches'],
      ['DELETE', `/v1/matches/${victim.match}`],
      ['OPTIONS', '/v1/offers'],
      ['GET', `/V1/offers/${victim.offer}`],
      ['GET', `//v1/offers/${victim.offer}`],
      ['GET', `/v1/offers/${victim.offer}/`],
      ['GET', '/v1/offers/..%2forganizations%2forg-victim'],
      ['GET', `/v1/offers/${victim.offer}%00`],
      ['GET', `/v1/offers/${victim.offer}%2Fnear-matches`],
      ['GET', `/v1/offers/${victim.offer.toUpperCase()}`],
      ['GET', `/v1/offers/${victim.demand}`],
      ['GET', '/v1/offers/*'],
      ['GET', '/v1/offers/offer-'],
      ['POST', `/v1/offers/${victim.offer}`, { 'x-http-method-override': 'GET' }],
      ['GET', `/v1/offers/${victim.offer}`, { 'x-http-method-override': 'DELETE' }],
    ];
    for (const [method, path, headers = {}] of tried) {
      const { status } = await attack('spellings', path, { method, token, headers });
      expect([method, path, status]).toEqual([method, path, 404]);
    }
  });

  it('cannot write itself into what is another’s', async () => {
    const own = { method: 'POST', as: 'org-rival' };
    for (const field of [
      'id',
      'organizationId',
      'owner',
      'status',
      'version',
      'createdAt',
      'suspension',
      '__proto__',
      'constructor',
    ]) {
      const raw = JSON.stringify(offerBody()).replace('{', `{"${field}":"org-victim",`);
      const { status } = await attack('mass assignment', '/v1/offers', { ...own, raw });
      expect([field, [400, 422].includes(status)]).toEqual([field, true]);
    }
    for (const [field, value] of Object.entries({
      affiliates: ['org-victim'],
      clearance: 5,
      heldTags: [{ tag: 'mlps-5' }],
      id: 'org-victim',
      version: 9,
    })) {
      const body = { ...profile, [field]: value };
      const { status } = await attack('mass assignment', '/v1/organization', { method: 'PUT', as: 'org-rival', body });
      expect([field, status]).toEqual([field, 422]);
    }
  });

  it('learns nothing of the victim’s idempotency key', async () => {
    const headers = { 'idempotency-key': 'the-key-of-the-victim' };
    const call = { method: 'POST', as: 'org-rival', headers, body: offerBody({ title: 'of its own' }) };
    const answer = await attack('idempotency key', '/v1/offers', call);
    expect(answer).toMatchObject({ status: 201, body: { title: 'of its own' } });
  });

  it('has no address visited from inside that it gives', async () => {
    let visits = 0;
    const server = createServer(() => visits++);
    const { address, stop } = await listenLocally(server, 0);
    server.on('connection', () => visits++);
    const sample = address.replace('http:', 'https:');
    await zone.post('/v1/offers', 'org-rival', offerBody({ sample, description: sample }));
    await zone.settle();
    await stop();
    expect(visits).toBe(0);
  });

  it('is shown by a preview nothing that another wrote', async () => {
    for (const [path, body] of [
      ['/v1/offers/preview', offerBody()],
      ['/v1/demands/preview', demandBody()],
    ] as const) {
      expect((await attack('preview', path, { method: 'POST', as: 'org-rival', body })).status).toBe(200);
    }
  });
});

describe('after all that', () => {
  it('everything of the victim is as it was, and nothing of it was seen', async () => {
    const own = { as: 'org-victim' };
    expect((await zone.call(`/v1/offers/${victim.offer}`, own)).body).toMatchObject({ status: 'listed', version: 1 });
    expect((await zone.call(`/v1/matches/${victim.match}`, own)).status).toBe(200);
    expect((await zone.call('/v1/organization', own)).body).toMatchObject({ name: `${secret} Ltd`, version: 1 });
    expect(leaks).toEqual([]);
    const logs = zone.logs.join('\n');
    expect(zone.logs.filter((line) => line.includes('request answered')).length).toBeGreaterThan(200);
    // Neither contents nor addresses, of mail or network, nor any token.
    expect(logs).not.toMatch(new RegExp(`${secret}|@example|127\\.0\\.0\\.1|eyJ[\\w-]{10}|the-key-of`));
    expect(attacks).toBeGreaterThan(700);
    process.stdout.write(`Attacks tried: ${attacks}. Leaks: ${leaks.length}.\n`);
  });
});
