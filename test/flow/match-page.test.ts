import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MatchId } from '../../domain/ids.ts';
import { demandBody, offerBody } from './listings.ts';
import { linksOf, Reader, visible } from './reader.ts';
import { ZoneUnderTest } from './zone.ts';

const Matches = z.object({ items: z.array(z.object({ id: MatchId, offer: z.object({ title: z.string() }) })) });
const Entry = z.looseObject({ act: z.string(), by: z.looseObject({ as: z.string() }) });
const Entries = z.object({ items: z.array(Entry) });
const title = '城市货运 <i>轨迹</i> see www.evil.example';

let zone: ZoneUnderTest;
let reader: Reader;
let offer: string;
let spare: string;
const ids = new Map<string, MatchId>();

const matchOf = (offered: string): MatchId => ids.get(offered) ?? expect.fail(`no match of ${offered}`);
const linkTo = async (matchId: MatchId, organization = 'org-buyer') => {
  const links = await reader.links({ organization, email: `${organization}@example.com`, matchIds: [matchId] });
  return links.match(matchId);
};

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  reader = new Reader(zone);
  for (const id of ['org-buyer', 'org-supplier', 'org-other']) await zone.verify(id);
  offer = await zone.post(
    '/v1/offers',
    'org-supplier',
    offerBody({ title, description: 'secret text', disclosure: ['description', 'organization'] }),
  );
  spare = await zone.post('/v1/offers', 'org-supplier', offerBody({ title: 'Spare counts' }));
  await zone.post('/v1/demands', 'org-buyer', demandBody());
  await zone.post('/v1/demands', 'org-other', demandBody({ title: 'Another demand' }));
  await zone.settle();
  const { items } = Matches.parse((await zone.call('/v1/matches', { as: 'org-buyer' })).body);
  for (const { id, offer: shown } of items) ids.set(shown.title, id);
});
afterAll(() => zone?.zone.stop());

describe('the page of a match that was mailed', () => {
  it('shows what the mail showed and no more, in both languages', async () => {
    const link = await linkTo(matchOf(title));
    const page = await reader.open(link);
    const text = visible(page.html);
    expect(page.status).toBe(200);
    for (const said of [
      '城市货运',
      'Your demand: Freight flows for risk research',
      'of 100 points',
      'Still to arrange',
      'API',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toContain('no legal advice');
    const chinese = visible((await reader.open(link.replace('lang=en', 'lang=zh-CN'))).html);
    for (const said of ['还需安排', '为何匹配', '不构成法律意见']) expect(chinese).toContain(said);
    // However much the offer discloses to whoever has signed in.
    for (const one of [page.html, chinese])
      expect(one).not.toMatch(/secret text|org-supplier|Organization org|example\.com/);
    expect(page.html).not.toMatch(/<i>|evil\.example|<(script|img|link|iframe)|\sstyle=|\son\w+=/);
    expect(linksOf(page.html).every((one) => one.startsWith('match-page'))).toBe(true);
  });

  it('is written down each time, by the address’s digest', async () => {
    const { body } = await zone.call(`/v1/audit?subject=${offer}`, { as: 'zone', scope: 'operator' });
    const reads = Entries.parse(body).items.filter(({ act, by }) => act === 'match-read' && by.as === 'recipient');
    expect(reads).toHaveLength(2);
    expect(reads[0]).toMatchObject({ to: 'org-buyer', matchId: matchOf(title), version: 1 });
    expect(JSON.stringify(body)).not.toContain('@');
  });

  it('is for the buyer’s contact alone, and for this one match', async () => {
    const matchId = matchOf(title);
    for (const organization of ['org-other', 'org-supplier']) {
      const page = await reader.open(await linkTo(matchId, organization));
      expect([page.status, visible(page.html)]).toEqual([410, expect.stringContaining('no longer open')]);
      expect(page.html).not.toMatch(/城市|Spare|Freight/);
    }
    const strangers = await reader.links({ organization: 'org-buyer', email: 'x@example.com', matchIds: [matchId] });
    const page = await reader.open(strangers.match(matchId));
    expect([page.status, visible(page.html)]).toEqual([410, expect.stringContaining('no confirmed contact')]);
    const unknown = MatchId.parse(`match-${'0'.repeat(32)}`);
    expect((await reader.open(await linkTo(unknown))).status).toBe(410);
    const preferences = new URL(
      (await reader.links({ organization: 'org-buyer', email: 'org-buyer@example.com' })).preferences,
    );
    expect((await reader.open(`${zone.zone.api}/v1/match-page${preferences.search}`)).status).toBe(404);
  });

  it('says that a match has ended, by the title that was told, and shows nothing of what came after', async () => {
    const link = await linkTo(matchOf(title));
    const headers = { 'if-match': '"1"' };
    const body = offerBody({ title: 'A new text', domain: '66' });
    const revised = await zone.call(`/v1/offers/${offer}`, { method: 'PUT', as: 'org-supplier', headers, body });
    expect(revised.status).toBe(200);
    // Before the new text was judged, too.
    for (const _ of ['at once', 'a moment later']) expect((await reader.open(link)).html).not.toContain('A new text');
    await zone.settle();
    const page = await reader.open(link);
    expect([page.status, visible(page.html)]).toEqual([410, expect.stringContaining('no longer open')]);
    expect(visible(page.html)).toContain('城市货运');
    expect(page.html).not.toMatch(/A new text|Still to arrange|evil\.example/);
  });

  it('says so also of one whose listing the operator has taken out', async () => {
    const link = await linkTo(matchOf('Spare counts'));
    expect((await reader.open(link)).status).toBe(200);
    const suspension = { method: 'PUT', as: 'zone', scope: 'operator', body: { note: 'Looked into.' } } as const;
    await zone.call(`/v1/offers/${spare}/suspension`, suspension);
    await zone.settle();
    expect((await reader.open(link)).status).toBe(410);
    await zone.call(`/v1/offers/${spare}/suspension`, { method: 'DELETE', as: 'zone', scope: 'operator' });
    await zone.settle();
    expect((await reader.open(link)).status).toBe(200);
  });

  it('is gone once its reader is no confirmed contact any more', async () => {
    const link = await linkTo(matchOf('Spare counts'));
    await zone.verify('org-buyer', { contacts: [{ email: 'new@example.com', locale: 'en', confirmed: true }] });
    const page = await reader.open(link);
    expect([page.status, visible(page.html)]).toEqual([410, expect.stringContaining('no confirmed contact')]);
    expect(page.html).not.toMatch(/Spare|org-buyer|example/);
    await zone.verify('org-buyer', { contacts: [{ email: 'org-buyer@example.com', locale: 'en', confirmed: false }] });
    expect((await reader.open(link)).status).toBe(410);
  });

  it('leaves no token, title or address in the logs', () => {
    const logs = zone.logs.join('\n');
    for (const text of ['eyJ', '@example', '城市', 'Spare', '127.0.0.1']) expect(logs).not.toContain(text);
  });
});
