import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { runSchedule, stepClock, sumOfMetric } from '../../infra/local/control/client.ts';
import { Invitee } from './invitations.ts';
import { chosenOn, linksOf, Reader, visible } from './reader.ts';
import { ZoneUnderTest } from './zone.ts';

const day = 86_400;
const Contacts = z.looseObject({ version: z.int(), contacts: z.array(z.looseObject({ confirmed: z.boolean() })) });
const Entries = z.object({ items: z.array(z.looseObject({ act: z.string() })) });

let zone: ZoneUnderTest;
let reader: Reader;

const mailed = (organization: string, ends?: 'matches' | 'supplier-report') =>
  reader.links({ organization, email: `${organization}@example.com`, ...(ends && { ends }) });
const organization = async (id: string) => Contacts.parse((await zone.call('/v1/organization', { as: id })).body);
const choices = { action: 'save', matches: 'as-posted', supplierReport: 'off', locale: 'en' };
const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? '';

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  reader = new Reader(zone);
  for (const id of ['org-one', 'org-two', 'org-three', 'org-four', 'org-parts', 'org-raced']) await zone.verify(id);
});
afterAll(() => zone?.zone.stop());

describe('a mail’s unsubscribe link', () => {
  it('opens a page that asks and, however often it is looked at, ends nothing', async () => {
    const links = await mailed('org-one');
    for (const _ of ['first', 'again']) {
      const page = await reader.open(links.unsubscribe);
      expect([page.status, visible(page.html)]).toEqual([
        200,
        expect.stringContaining('Stop the mails about matches?'),
      ]);
      expect(visible(page.html)).toContain('o***@example.com');
      expect(page.html).not.toContain('org-one@');
    }
    expect(chosenOn((await reader.open(links.preferences)).html)).toMatchObject({ matches: 'as-posted' });
    const chinese = await reader.open(links.unsubscribe.replace('lang=en', 'lang=zh-CN'));
    expect(visible(chinese.html)).toContain('不再接收匹配邮件？');
  });

  it('ends these mails by the one press of a mail reader: no cookie, no redirect, and the same again', async () => {
    const links = await mailed('org-one');
    for (const _ of ['once', 'twice']) {
      const page = await reader.press(links.unsubscribe);
      expect([page.status, visible(page.html)]).toEqual([200, expect.stringContaining('have stopped')]);
      expect([...page.headers.keys()]).not.toContain('set-cookie');
    }
    expect(chosenOn((await reader.open(links.preferences)).html)).toMatchObject({
      matches: 'off',
      supplierReport: 'off',
    });
    expect(await sumOfMetric(zone.zone.control, 'MailsUnsubscribed')).toBe(1);
  });

  it('ends them where its form comes in parts, as some mail readers send it', async () => {
    const { unsubscribe } = await mailed('org-parts');
    const parts = new FormData();
    parts.set('List-Unsubscribe', 'One-Click');
    expect((await reader.press(unsubscribe, parts)).status).toBe(200);
    expect(visible((await reader.open(unsubscribe)).html)).toContain('No more mails about matches');
  });

  it('ends the kind of mails that it is of, and leaves the others as they are', async () => {
    const links = await mailed('org-two', 'supplier-report');
    await reader.choose(links.preferences, { ...choices, matches: 'daily', supplierReport: 'weekly' });
    expect((await reader.press(links.unsubscribe)).status).toBe(200);
    expect(chosenOn((await reader.open(links.preferences)).html)).toEqual({
      matches: 'daily',
      supplierReport: 'off',
      locale: 'en',
    });
  });

  it('leads back: from the page of what has ended to the preferences', async () => {
    const { unsubscribe } = await mailed('org-one');
    const page = await reader.open(unsubscribe);
    const back = linksOf(page.html).find((link) => link.startsWith('mail-preferences?')) ?? expect.fail('no way back');
    const link = `${zone.zone.api}/v1/${back.replaceAll('&amp;', '&')}`;
    const saved = await reader.choose(link, choices);
    expect([saved.status, visible(saved.html)]).toEqual([200, expect.stringContaining('Saved.')]);
    expect(visible((await reader.open(unsubscribe)).html)).toContain('Stop the mails about matches?');
  });

  it('does nothing that is not asked as RFC 8058 says', async () => {
    const { unsubscribe, preferences } = await mailed('org-four');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const parts = { 'content-type': 'multipart/form-data; boundary=x' };
    const odd: readonly RequestInit[] = [
      {},
      { body: 'List-Unsubscribe=Two-Clicks', headers: form },
      { body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'text/plain' } },
      { body: '{"List-Unsubscribe":"One-Click"}', headers: { 'content-type': 'application/json' } },
      { body: `List-Unsubscribe=One-Click&filler=${'x'.repeat(9000)}`, headers: form },
      { body: '--x\r\nthis has no end', headers: parts },
      { body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'multipart/form-data' } },
    ];
    for (const init of odd) {
      const page = await reader.open(unsubscribe, { method: 'POST', ...init });
      expect([init.body, page.status]).toEqual([init.body, 400]);
    }
    expect(chosenOn((await reader.open(preferences)).html)).toMatchObject({ matches: 'as-posted' });
  });
});

describe('the page of preferences', () => {
  it('shows no more than it must, in both languages, without a login and without a script', async () => {
    const { preferences } = await mailed('org-three');
    const { status, html, headers } = await reader.open(preferences);
    expect(status).toBe(200);
    for (const text of ['Beijing Data Infrastructure', 'Organization org-three', 'o***@example.com', 'Once a day']) {
      expect(visible(html)).toContain(text);
    }
    expect(html).not.toContain('org-three@');
    expect(html).not.toMatch(/<(script|img|link|iframe)|\sstyle=|\son\w+=/i);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
    );
    expect(linksOf(html).every((link) => /^mail-preferences(\?|$)/.test(link))).toBe(true);
    expect(visible((await reader.open(preferences.replace('lang=en', 'lang=zh-CN'))).html)).toContain('每天一次');
    // A language that there is not is as if none were named: then the contact’s own counts.
    const unknown = await reader.open(preferences.replace('lang=en', 'lang=fr'));
    expect([unknown.status, unknown.headers.get('content-language')]).toEqual([200, 'en']);
  });

  it('keeps what is chosen, and writes nothing where that is on record already', async () => {
    const { preferences } = await mailed('org-three');
    const wanted = { ...choices, matches: 'daily', supplierReport: 'weekly', locale: 'zh-CN' };
    for (const _ of ['once', 'again']) {
      const page = await reader.choose(preferences, wanted);
      expect([page.status, visible(page.html)]).toEqual([200, expect.stringContaining('Saved.')]);
    }
    const { action: _, ...kept } = wanted;
    expect(chosenOn((await reader.open(preferences)).html)).toEqual(kept);
    // Without a language in the link it is in the one that was chosen.
    const bare = await reader.open(preferences.replace('&lang=en', ''));
    expect(bare.headers.get('content-language')).toBe('zh-CN');
    const { body } = await zone.call('/v1/audit?subject=org-three', { as: 'zone', scope: 'operator' });
    const changes = Entries.parse(body).items.filter(({ act }) => act === 'preferences-changed');
    expect(changes).toMatchObject([{ by: { as: 'recipient' }, from: { address: expect.any(String) } }]);
    expect(JSON.stringify(body)).not.toContain('@');
  });

  it('changes nothing where choices are missing or are none', async () => {
    const { preferences } = await mailed('org-four');
    const { locale: _, ...unsaid } = choices;
    for (const fields of [
      unsaid,
      { ...choices, matches: 'hourly' },
      { ...choices, locale: 'fr' },
      { ...choices, action: 'delete' },
      { matches: 'off' },
      { ...choices, matches: 'off', action: '__proto__' },
    ]) {
      const page = await reader.choose(preferences, fields);
      expect([page.status, visible(page.html)]).toEqual([400, expect.stringContaining('nothing was changed')]);
    }
    expect(chosenOn((await reader.open(preferences)).html)).toMatchObject({ matches: 'as-posted', locale: 'en' });
  });

  it('loses no press of several at the same instant', async () => {
    const links = await mailed('org-raced');
    await Promise.all([
      reader.press(links.unsubscribe),
      reader.press((await mailed('org-raced', 'supplier-report')).unsubscribe),
      reader.press(links.unsubscribe),
    ]);
    expect(chosenOn((await reader.open(links.preferences)).html)).toMatchObject({
      matches: 'off',
      supplierReport: 'off',
    });
  });

  it('lets its reader withdraw, once and for all spellings of the address', async () => {
    const email = 'no.more@withdrawn.example';
    const spellings = [email, 'nomore+data@withdrawn.example', 'somebody@withdrawn.example'];
    const contacts = spellings.map((one) => ({ email: one, locale: 'en', confirmed: true }));
    await zone.verify('org-withdrawn', { contacts });
    const { preferences } = await reader.links({ organization: 'org-withdrawn', email });
    const page = await reader.choose(preferences, { action: 'withdraw' });
    expect([page.status, visible(page.html)]).toEqual([200, expect.stringContaining('cannot invite it again')]);
    expect((await organization('org-withdrawn')).contacts).toMatchObject([
      { confirmed: false },
      { confirmed: false },
      { confirmed: true },
    ]);
    const after = await reader.open(preferences);
    expect([after.status, visible(after.html)]).toEqual([410, expect.stringContaining('Withdrawn')]);
    expect(after.html).not.toMatch(/<form|example|org-withdrawn/);
    expect((await reader.choose(preferences, { action: 'withdraw' })).status).toBe(200);

    const invitee = new Invitee(zone);
    await invitee.name('org-withdrawn', email, 'nomore@withdrawn.example');
    await zone.settle();
    expect(await invitee.mailsTo('nomore@withdrawn.example')).toEqual([]);
    expect(await invitee.told('org-withdrawn')).toMatchObject({ 'nomore@withdrawn.example': 'refused' });
    const { body } = await zone.call('/v1/audit?subject=org-withdrawn', { as: 'zone', scope: 'operator' });
    const refusals = Entries.parse(body).items.filter(({ act }) => act === 'contact-refused');
    expect(refusals).toMatchObject([{ by: { as: 'recipient' } }]);
  });

  it('is where whoever has just agreed to be mailed is led, and can ask for the supplier report', async () => {
    const email = 'new@agreeing.example';
    const invitee = new Invitee(zone);
    await invitee.name('org-agreeing', email);
    const page = await invitee.press(await invitee.tokenOf(email), 'confirm');
    const way = linksOf(page.html).find((link) => link.startsWith('mail-preferences?')) ?? expect.fail('no way on');
    const link = `${zone.zone.api}/v1/${way.replaceAll('&amp;', '&')}`;
    expect(chosenOn((await reader.open(link)).html)).toMatchObject({ matches: 'as-posted', supplierReport: 'off' });
    await reader.choose(link, { ...choices, supplierReport: 'weekly' });
    expect(chosenOn((await reader.open(link)).html)).toMatchObject({ matches: 'as-posted', supplierReport: 'weekly' });
  });

  it('lets an address refuse that the organization names no more, and names nobody to it', async () => {
    const email = 'gone@gone.example';
    const { preferences, unsubscribe } = await reader.links({ organization: 'org-four', email });
    const page = await reader.open(preferences);
    expect([page.status, visible(page.html)]).toEqual([410, expect.stringContaining('gets no mails')]);
    expect(page.html).not.toMatch(/org-four|gone\.example/);
    expect((await reader.choose(preferences, choices)).status).toBe(410);
    expect((await reader.press(unsubscribe)).status).toBe(200);
    expect((await reader.choose(preferences, { action: 'withdraw' })).status).toBe(200);
    await new Invitee(zone).name('org-four', email);
    expect(await new Invitee(zone).mailsTo(email)).toEqual([]);
  });
});

describe('a link of a mail', () => {
  it('is for one address of one organization, and for its own page', async () => {
    const [own, other] = [await mailed('org-two'), await mailed('org-raced')];
    await reader.choose(own.preferences, { ...choices, matches: 'daily' });
    await reader.choose(other.preferences, { ...choices, matches: 'off' });
    expect(chosenOn((await reader.open(own.preferences)).html)).toMatchObject({ matches: 'daily' });
    const swapped = (link: string, token: string): string => {
      const url = new URL(link);
      url.searchParams.set('token', token);
      return url.href;
    };
    const [header, , signature] = tokenOf(own.preferences).split('.');
    const body = tokenOf(other.preferences).split('.')[1];
    for (const token of [tokenOf(own.unsubscribe), `${header}.${body}.${signature}`, '', 'x'.repeat(2001)]) {
      const page = await reader.open(swapped(own.preferences, token));
      expect([page.status, visible(page.html)]).toEqual([404, expect.stringContaining('This link is not valid')]);
      expect(page.html).not.toMatch(/org-two|example/);
      expect((await reader.choose(swapped(own.preferences, token), choices)).status).toBe(404);
    }
    expect((await reader.press(swapped(own.unsubscribe, tokenOf(own.preferences)))).status).toBe(404);
    expect(chosenOn((await reader.open(own.preferences)).html)).toMatchObject({ matches: 'daily' });
  });

  it('holds for thirty days, also after the key was changed, and not after it was changed twice', async () => {
    const first = await mailed('org-two');
    const rotate = async () => {
      await runSchedule(zone.zone.control, 'SigningKeysRotation');
      await stepClock(zone.zone.control, 600);
    };
    await rotate();
    expect((await reader.open(first.preferences)).status).toBe(200);
    const second = await mailed('org-two');
    await rotate();
    expect((await reader.open(first.preferences)).status).toBe(404);
    expect((await reader.press(first.unsubscribe)).status).toBe(404);
    await stepClock(zone.zone.control, 30 * day - 1200);
    expect((await reader.open(second.preferences)).status).toBe(200);
    await stepClock(zone.zone.control, 1800);
    for (const link of [second.preferences, second.unsubscribe]) {
      const page = await reader.open(link);
      expect([page.status, visible(page.html)]).toEqual([410, expect.stringContaining('has expired')]);
    }
    expect((await reader.press(second.unsubscribe)).status).toBe(410);
  });

  it('leaves no token and no address in the logs', () => {
    const logs = zone.logs.join('\n');
    expect(logs).toContain('unsubscribed');
    for (const text of ['@', 'eyJ', 'example', '127.0.0.1']) expect(logs).not.toContain(text);
  });
});
