import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { MatchId } from '../../domain/ids.ts';
import { Invitee } from '../flow/invitations.ts';
import { demandBody, offerBody } from '../flow/listings.ts';
import { Reader } from '../flow/reader.ts';
import { tuned } from '../flow/tuned.ts';
import { ZoneUnderTest } from '../flow/zone.ts';
import { complaintsOf } from './accessibility.ts';
import { hasBrowser, startBrowser } from './browser.ts';
import { keepStatistics } from './kept-statistics.ts';

const Matches = z.object({ items: z.array(z.object({ id: MatchId, offer: z.object({ title: z.string() }) })) });

let assembly: Awaited<ReturnType<typeof tuned>>;
let zone: ZoneUnderTest;
let reader: Reader;
let browser: Browser;
let page: Page;
const asked: string[] = [];
const refused: string[] = [];

const languages = ['zh-CN', 'en'] as const;
const inLanguage = (link: string, lang: string): string => {
  const url = new URL(link);
  url.searchParams.set('lang', lang);
  return url.href;
};
const linksOf = (organization: string, matchIds: readonly MatchId[] = []) =>
  reader.links({ organization, email: `${organization}@example.com`, matchIds });

/** Opens a link in each language, does something there, and answers what is wrong with what is shown then. */
async function lookAt(name: string, link: string, act?: () => Promise<unknown>): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const lang of languages) {
    await page.goto(inLanguage(link, lang));
    await act?.();
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    complaints.push(...(await complaintsOf(page, `${name} ${lang}`)));
  }
  return complaints;
}

/** Goes on with the tabulator until this has the focus, and answers how often it was pressed. */
async function tabTo(selector: string): Promise<number> {
  for (let presses = 1; presses <= 20; presses++) {
    await page.keyboard.press('Tab');
    if (await page.locator(`${selector}:focus`).count()) return presses;
  }
  throw new Error(`${selector} cannot be reached by keyboard`);
}

describe.skipIf(!hasBrowser)('in a browser, the pages behind links', () => {
  beforeAll(async () => {
    assembly = await tuned(inject('assembly'), { variables: { PUBLIC_PAGE: 'true' } });
    zone = await ZoneUnderTest.start({ assembly: assembly.folder });
    reader = new Reader(zone);
    browser = await startBrowser();
    page = await browser.newPage({ reducedMotion: 'reduce' });
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    for (const id of ['org-buyer', 'org-supplier', 'org-keys']) await zone.verify(id);
    const title = '京津冀城市群货运车辆轨迹与装卸点统计（按路段、按小时，含新能源车型，2019—2026年）';
    const recipientTags = ['mlps-2'];
    await zone.verify('org-buyer', { heldTags: [{ tag: 'mlps-2' }] });
    await zone.post(
      '/v1/offers',
      'org-supplier',
      offerBody({
        title,
        recipientTags,
        description: 'By road section.',
        disclosure: ['description', 'organization', 'contacts'],
      }),
    );
    await zone.post('/v1/offers', 'org-supplier', offerBody({ title: 'A'.repeat(120) }));
    await zone.post('/v1/demands', 'org-buyer', demandBody());
    await zone.settle();
  });
  afterAll(async () => {
    await browser?.close();
    await zone?.zone.stop();
    await assembly?.remove();
  });

  it('would be found out: what is too pale, too wide or has no name', async () => {
    const input = '<input style="width:400px"><p style="color:#ccc;background:#fff">pale</p>';
    await page.setContent(`<!doctype html><html lang="en"><title>x</title><main><h1>x</h1>${input}</main>`);
    const complaints = (await complaintsOf(page, 'planted')).join();
    for (const found of ['color-contrast', 'label', 'px are beside the screen']) expect(complaints).toContain(found);
  });

  it('have nothing that axe finds wrong, and fit the narrowest screen: preferences', async () => {
    const { preferences, unsubscribe } = await linksOf('org-buyer');
    expect(await lookAt('preferences', preferences)).toEqual([]);
    const open = () => page.locator('summary').click();
    expect(await lookAt('withdrawing', preferences, open)).toEqual([]);
    const save = () => page.locator('button.yes').click();
    expect(await lookAt('saved', preferences, save)).toEqual([]);
    expect(await lookAt('unsubscribe', unsubscribe)).toEqual([]);
    expect(
      await lookAt('unsubscribed', unsubscribe, async () => (await page.locator('button').count()) && save()),
    ).toEqual([]);
  });

  it('have nothing that axe finds wrong: matches', async () => {
    const { items } = Matches.parse((await zone.call('/v1/matches', { as: 'org-buyer' })).body);
    const links = await linksOf(
      'org-buyer',
      items.map(({ id }) => id),
    );
    for (const [index, { id }] of items.entries()) expect(await lookAt(`match ${index}`, links.match(id))).toEqual([]);
    const unknown = MatchId.parse(`match-${'0'.repeat(32)}`);
    expect(await lookAt('ended', (await linksOf('org-buyer', [unknown])).match(unknown))).toEqual([]);
  });

  it('have nothing that axe finds wrong: what is seen after signing in, and on the way there', async () => {
    const api = zone.zone.api;
    await page.goto(`${api}/v1/match-pages`);
    await page.getByRole('textbox').fill('org-buyer');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').first().waitFor();
    expect(await lookAt('list', `${api}/v1/match-pages`)).toEqual([]);
    const { items } = Matches.parse((await zone.call('/v1/matches', { as: 'org-buyer' })).body);
    expect(await lookAt('member', `${api}/v1/match-page/${items[0]?.id}`)).toEqual([]);
    expect(await lookAt('missing', `${api}/v1/match-page/x`)).toEqual([]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Signed out' }).waitFor();
    expect(await complaintsOf(page, 'signed out')).toEqual([]);
    await page.goto(`${api}/v1/sign-in/return`);
    expect(await complaintsOf(page, 'not signed in')).toEqual([]);
  });

  it('have nothing that axe finds wrong: statistics, for the operator and for anybody', async () => {
    const [operator, anybody] = [`${zone.zone.api}/v1/statistics-page`, `${zone.zone.api}/v1/public-statistics`];
    await keepStatistics(zone);
    expect(await lookAt('public statistics', anybody)).toEqual([]);
    await page.goto(operator);
    await page.getByRole('textbox').fill('org-buyer');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await complaintsOf(page, 'not the operator')).toEqual([]);
    await page.locator('main a.button').click();
    await page.getByRole('textbox').fill('zone');
    await page.keyboard.press('Enter');
    await page.locator('svg.lines').first().waitFor();
    expect(await lookAt('statistics', operator)).toEqual([]);
    // A picture is behind no chart: each is a table, or has one to be opened by keyboard.
    expect(await page.getByRole('img').count()).toBe(await page.locator('details table').count());
    await tabTo('summary');
    await page.keyboard.press('Enter');
    await page.locator('details[open] caption').first().waitFor();
    expect(await complaintsOf(page, 'statistics as a table')).toEqual([]);
  });

  it('have nothing that axe finds wrong: invitations, and what is said to whoever has no link', async () => {
    const invitee = new Invitee(zone);
    await invitee.name('org-inviting', 'desk@inviting.example');
    const token = await invitee.tokenOf('desk@inviting.example');
    expect(await lookAt('invitation', `${zone.zone.api}/v1/contact-confirmation?token=${token}`)).toEqual([]);
    expect(await lookAt('no link', `${zone.zone.api}/v1/mail-preferences?token=x`)).toEqual([]);
    const withdrawn = (await linksOf('org-keys')).preferences;
    await reader.choose(withdrawn, { action: 'withdraw' });
    expect(await lookAt('withdrawn', withdrawn)).toEqual([]);
    await zone.verify('org-keys');
  });

  it('let preferences be chosen and saved by keyboard alone, and say so where it is read out', async () => {
    await page.goto((await linksOf('org-keys')).preferences);
    expect(await tabTo('header a')).toBe(1);
    await tabTo('input[name=matches]');
    await page.keyboard.press('ArrowDown');
    await tabTo('input[name=supplierReport]');
    await page.keyboard.press('ArrowUp');
    await tabTo('button.yes');
    const outline = await page.locator('button.yes').evaluate('(button) => getComputedStyle(button).outlineStyle');
    expect(outline).not.toBe('none');
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    expect(await page.getByRole('status').textContent()).toBe('Saved.');
    expect(
      await page
        .getByRole('radio', { checked: true })
        .evaluateAll((all) => all.map((one): unknown => Reflect.get(one, 'value'))),
    ).toEqual(['daily', 'weekly', 'en']);
    await tabTo('summary');
    await page.keyboard.press('Enter');
    await tabTo('button.stop');
  });

  it('let an invitation be answered by keyboard alone', async () => {
    const invitee = new Invitee(zone);
    await invitee.name('org-inviting', 'keys@inviting.example');
    const token = await invitee.tokenOf('keys@inviting.example');
    await page.goto(`${zone.zone.api}/v1/contact-confirmation?token=${token}&lang=en`);
    await tabTo('button.yes');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Confirmed' }).waitFor();
    expect(await complaintsOf(page, 'confirmed')).toEqual([]);
    await tabTo('main a');
  });

  it('load nothing from another host, and break none of their own rules', () => {
    expect(
      asked.filter((address) => ![zone.zone.api, zone.zone.issuer].some((own) => address.startsWith(own))),
    ).toEqual([]);
    expect(refused).toEqual([]);
  });
});
