import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DemandId, MatchId, OrganizationId } from '../../domain/ids.ts';
import { secondsOf } from '../../domain/time.ts';
import { preferencesToken } from '../../functions/_links/reader-tokens.ts';
import { sessionToken } from '../../functions/_sessions/session.ts';
import { stepClock } from '../../infra/local/control/client.ts';
import { keysOf, newKey } from '../links/keys.ts';
import { demandBody, offerBody } from './listings.ts';
import { linksOf, Reader, visible } from './reader.ts';
import { Visitor } from './visitor.ts';
import { ZoneUnderTest } from './zone.ts';

const Matches = z.object({ items: z.array(z.object({ id: MatchId })) });
const Entries = z.object({ items: z.array(z.looseObject({ act: z.string() })) });
const offered = 10;
const session = 'zonematch-session';

let zone: ZoneUnderTest;
let demand: DemandId;
let disclosing: string;
let matchId: MatchId;
let foreign: MatchId;

const pathOf = (location: string): string => location.replace(zone.zone.api, '');
const signedIn = async (organization: string): Promise<Visitor> => {
  const visitor = new Visitor(zone);
  await visitor.signIn(organization, '/v1/match-pages');
  return visitor;
};

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  for (const id of ['org-buyer', 'org-supplier', 'org-rival', 'org-other']) await zone.verify(id);
  demand = DemandId.parse(await zone.post('/v1/demands', 'org-buyer', demandBody({ notify: { mode: 'off' } })));
  await zone.post('/v1/demands', 'org-buyer', demandBody({ title: 'Other', domains: ['01'], notify: { mode: 'off' } }));
  await zone.post('/v1/demands', 'org-rival', demandBody({ title: 'Rival', notify: { mode: 'off' } }));
  const titles = Array.from({ length: offered }, (_, index) => `Counts ${index}`);
  for (const title of titles) await zone.post('/v1/offers', 'org-supplier', offerBody({ title }));
  disclosing = await zone.post(
    '/v1/offers',
    'org-other',
    offerBody({
      title: 'Disclosed <i>counts</i>',
      description: 'For whoever matches.',
      disclosure: ['description', 'organization', 'contacts', 'fields'],
      fields: [{ name: 'road_id', label: 'Road' }],
    }),
  );
  await zone.settle();
  const first = async (path: string, as: string) => {
    const [found] = Matches.parse((await zone.call(path, { as })).body).items;
    return found?.id ?? expect.fail(`${as} has no match`);
  };
  matchId = await first(`/v1/matches?offer=${disclosing}`, 'org-buyer');
  foreign = await first('/v1/matches', 'org-rival');
});
afterAll(() => zone?.zone.stop());

describe('whoever has not signed in', () => {
  it('is led to the identity provider, with PKCE, and back to the page that was asked for', async () => {
    const visitor = new Visitor(zone);
    const asked = `/v1/match-page/${matchId}?lang=en`;
    const before = await visitor.open(asked);
    expect(before.status).toBe(303);
    const begun = await visitor.open(before.headers.get('location') ?? '');
    const address = new URL(begun.headers.get('location') ?? '');
    expect(address.origin).toBe(zone.zone.issuer);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'zonematch-pages',
      redirect_uri: `${zone.zone.api}/v1/sign-in/return`,
      code_challenge_method: 'S256',
      scope: 'openid member',
    });
    expect(begun.headers.get('set-cookie')).toMatch(/; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/);
    const location = await visitor.signIn('org-buyer', asked);
    expect(location).toBe(`${zone.zone.api}${asked}`);
    expect((await visitor.open(pathOf(location))).status).toBe(200);
  });

  it.each([
    'https://evil.example/v1/match-pages',
    '//evil.example/v1/match-pages',
    '/\\evil.example',
    '\\\\evil.example',
    '/v1/match-pages/../../evil',
    '/v1/match-page/https://evil.example',
    'javascript:alert(1)',
    '/v1/statistics-page/../evil',
    '/v1/sign-in/return?code=x',
    '/v1/match-pages@evil.example',
    '/v1/match-pages?lang=en&next=https://evil.example',
    '\u0000',
    'x'.repeat(501),
  ])('is led nowhere else, whatever a link says: %j', async (to) => {
    const location = await new Visitor(zone).signIn('org-buyer', to);
    expect(location).toMatch(new RegExp(`^${zone.zone.api}/v1/match-pages(\\?lang=en)?$`));
  });

  it('is not signed in by what another browser began, nor by what the identity provider did not say', async () => {
    const [attacker, victim] = [new Visitor(zone), new Visitor(zone)];
    const returned = await attacker.authorize('org-rival', '/v1/match-pages');
    // Login CSRF: with no sign-in under way, and with another one.
    for (const _ of ['nothing under way', 'another one under way']) {
      const page = await victim.open(returned);
      expect([page.status, visible(page.html)]).toEqual([400, expect.stringContaining('Not signed in')]);
      expect(victim.cookies.has(session)).toBe(false);
      await victim.authorize('org-buyer', '/v1/match-pages');
    }
    const own = await victim.authorize('org-buyer', '/v1/match-pages');
    const state = new URL(own, zone.zone.api).searchParams.get('state') ?? '';
    for (const query of [
      `code=guessed&state=${state}`,
      `error=access_denied&state=${state}`,
      `state=${state}`,
      'code=x',
      '',
    ]) {
      expect((await victim.open(`/v1/sign-in/return?${query}`)).status).toBe(400);
    }
    expect(victim.cookies.has(session)).toBe(false);
    expect((await victim.open(own)).status).toBe(303);
    // The code is good for once.
    victim.cookies.delete(session);
    expect((await victim.open(own)).status).toBe(400);
  });

  it('is not signed in for nobody: a token that names no organization opens nothing', async () => {
    const visitor = new Visitor(zone);
    const page = await visitor.open(await visitor.authorize('no organization', '/v1/match-pages'));
    expect([page.status, visible(page.html)]).toEqual([400, expect.stringContaining('belongs to no organization')]);
    expect(visitor.cookies.has(session)).toBe(false);
  });
});

describe('whoever has signed in', () => {
  it('reads a match with all that the API tells its organization, and nothing of another’s', async () => {
    const visitor = await signedIn('org-buyer');
    const { status, html } = await visitor.open(`/v1/match-page/${matchId}?lang=en`);
    const text = visible(html);
    expect(status).toBe(200);
    for (const said of ['For whoever matches.', 'Organization org-other', 'org-other@example.com', 'Road', 'Basis: ']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('Signed in for org-buyer');
    expect(html).not.toMatch(/<i>|<(script|img|link|iframe)|\sstyle=|\son\w+=/);
    expect(linksOf(html).every((link) => /^(\?lang=|match-|\/v1\/sign-out$)/.test(link))).toBe(true);
    const typed = ['javascript:alert(1)', 'http:evil.example', 'mailto:a@evil.example', '%22onclick=alert(1)'];
    for (const id of [foreign, `match-${'0'.repeat(32)}`, 'x', '%00', ...typed]) {
      const page = await visitor.open(`/v1/match-page/${id}`);
      expect([id, page.status, visible(page.html)]).toEqual([id, 404, expect.stringContaining('No such match')]);
      // What is typed behind the page's address leads nowhere.
      expect(linksOf(page.html).every((link) => /^(\?lang=|\/v1\/sign-out$)/.test(link))).toBe(true);
    }
    const supplier = await (await signedIn('org-other')).open(`/v1/match-page/${matchId}?lang=zh-CN`);
    expect(visible(supplier.html)).toContain('Freight flows for risk research');
    expect(supplier.html).not.toContain('org-buyer');
    const { body } = await zone.call(`/v1/audit?subject=${disclosing}`, { as: 'zone', scope: 'operator' });
    const reads = Entries.parse(body).items.filter(({ act }) => act === 'match-read');
    expect(reads[0]).toMatchObject({ by: { as: 'member', organization: 'org-buyer', caller: 'org-buyer' }, matchId });
  });

  it('finds all matches of its demand, best first, page after page', async () => {
    const visitor = await signedIn('org-buyer');
    const seen = new Set<string>();
    let next: string | undefined = `match-pages?demand=${demand}&lang=en`;
    let pages = 0;
    for (; next; pages++) {
      const { status, html }: { status: number; html: string } = await visitor.open(
        `/v1/${next.replaceAll('&amp;', '&')}`,
      );
      expect(status).toBe(200);
      for (const [, id] of html.matchAll(/href="match-page\/(match-[0-9a-f]{32})/g)) seen.add(id ?? '');
      next = linksOf(html).find((link) => link.includes('cursor='));
    }
    expect([pages, seen.size]).toEqual([2, offered + 1]);
    expect(seen).not.toContain(foreign);
    expect(visible((await visitor.open(`/v1/match-pages?demand=demand-${'0'.repeat(32)}`)).html)).toContain(
      'No match is open',
    );
    // What cannot be is as if it were not there.
    expect((await visitor.open('/v1/match-pages?demand=x&cursor=%00&lang=fr')).status).toBe(200);
  });

  it('is signed out by one press, and by time', async () => {
    const visitor = await signedIn('org-buyer');
    const kept = visitor.cookies.get(session) ?? '';
    const page = await visitor.open('/v1/sign-out', { method: 'POST' });
    expect([page.status, visible(page.html)]).toEqual([200, expect.stringContaining('Signed out')]);
    expect(visitor.cookies.has(session)).toBe(false);
    expect((await visitor.open('/v1/match-pages')).status).toBe(303);
    visitor.cookies.set(session, kept);
    expect((await visitor.open('/v1/match-pages')).status).toBe(200);
    await stepClock(zone.zone.control, 16 * 60);
    expect((await visitor.open('/v1/match-pages')).status).toBe(303);
  });
});

describe('the page of statistics', () => {
  const page = '/v1/statistics-page';

  it('asks for the operator at the identity provider, and leads back to itself', async () => {
    const visitor = new Visitor(zone);
    const before = await visitor.open(`${page}?days=30&lang=en&next=x`);
    expect(before.status).toBe(303);
    const begun = await visitor.open(before.headers.get('location') ?? '');
    expect(new URL(begun.headers.get('location') ?? '').searchParams.get('scope')).toBe('openid operator');
    expect(await visitor.signIn('zone', `${page}?days=30&lang=en&next=x`)).toBe(
      `${zone.zone.api}${page}?days=30&lang=en`,
    );
    const shown = await visitor.open(`${page}?days=30&lang=en`);
    expect([shown.status, visible(shown.html)]).toEqual([200, expect.stringContaining('Nothing has been counted yet')]);
  });

  it('is shown to no member, whatever it asked for; and the operator’s session opens no match', async () => {
    const member = new Visitor(zone);
    await member.signIn('org-buyer', page);
    const refused = await member.open(page);
    expect([refused.status, visible(refused.html)]).toEqual([403, expect.stringContaining('For the operator alone')]);
    expect((await member.open('/v1/match-pages')).status).toBe(200);
    const operator = new Visitor(zone);
    await operator.signIn('zone', page);
    expect((await operator.open('/v1/match-pages')).status).toBe(303);
    expect((await operator.open(`/v1/match-page/${matchId}`)).status).toBe(303);
    expect((await zone.call('/v1/statistics', { as: 'org-buyer' })).status).toBe(403);
    expect((await zone.call('/v1/statistics/unmet-demand', { as: 'org-buyer' })).status).toBe(403);
  });

  it('shows what a night counted, as the API tells it; and nobody anything where the zone publishes nothing', async () => {
    await zone.runSchedule('NightlyCount');
    const { body } = await zone.call('/v1/statistics?limit=1', { as: 'zone', scope: 'operator' });
    const counted = { offers: { listed: offered + 1 }, demands: { listed: 3 }, matches: { demandsServed: 2 } };
    expect(body).toMatchObject({ items: [counted] });
    const unmet = await zone.call('/v1/statistics/unmet-demand', { as: 'zone', scope: 'operator' });
    expect(unmet.body).toMatchObject({ items: [{ demands: { under: 5 }, byDomain: [], byPurpose: [] }] });
    const visitor = new Visitor(zone);
    await visitor.signIn('zone', page);
    const { status, html } = await visitor.open(`${page}?lang=en&days=x`);
    expect(status).toBe(200);
    expect(visible(html)).toContain(`Offers listed ${offered + 1}`);
    expect(html).not.toMatch(/<(script|img|link|iframe)|\sstyle=|\son\w+=/);
    expect((await visitor.open('/v1/public-statistics')).status).toBe(404);
    for (const query of ['from=2026-13-01', 'from=2026-02-01&to=2026-01-01', 'cursor=WyJ4IiwieCJd', 'days=3'])
      expect([query, (await zone.call(`/v1/statistics?${query}`, { as: 'zone', scope: 'operator' })).status]).toEqual([
        query,
        400,
      ]);
  });
});

describe('a session', () => {
  it('that was forged, is another zone’s, another purpose’s or over opens nothing', async () => {
    const reader = new Reader(zone);
    const [keys, now] = [await reader.keys(), await reader.now()];
    const organizationId = OrganizationId.parse('org-buyer');
    const said = { organizationId, exp: secondsOf(now) + 600 };
    const good = await sessionToken.sign(said, keys);
    const { id } = await keys.current();
    const [header, , signature] = good.split('.');
    const other = Buffer.from(JSON.stringify({ ...said, organizationId: 'org-rival' })).toString('base64url');
    const bad = [
      `${header}.${other}.${signature}`,
      await sessionToken.sign(said, keysOf(newKey)),
      await sessionToken.sign(said, keysOf({ ...newKey, id })),
      await sessionToken.sign({ ...said, exp: secondsOf(now) - 1 }, keys),
      await preferencesToken.sign({ ...said, contact: 'a'.repeat(32) }, keys),
      await zone.token('org-buyer'),
      'x'.repeat(5000),
      `${good}; ${session}=${good}`,
    ];
    const visitor = new Visitor(zone);
    visitor.cookies.set(session, good);
    expect((await visitor.open('/v1/match-pages')).status).toBe(200);
    for (const token of bad) {
      visitor.cookies.set(session, token);
      const page = await visitor.open(`/v1/match-page/${matchId}`);
      expect([token.slice(0, 60), page.status, page.html]).toEqual([token.slice(0, 60), 303, '']);
    }
  });

  it('leaves no token, code or title in the logs', () => {
    const logs = zone.logs.join('\n');
    expect(logs).toContain('signed in');
    for (const text of ['eyJ', 'Counts', 'Disclosed', '@example', 'code=']) expect(logs).not.toContain(text);
  });
});
