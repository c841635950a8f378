import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { runSchedule, stepClock, sumOfMetric } from '../../infra/local/control/client.ts';
import { beijingDataPilot } from '../../infra/zones/cn-bj-data-pilot.ts';
import { Invitee } from './invitations.ts';
import { demandBody, offerBody } from './listings.ts';
import { ZoneUnderTest } from './zone.ts';

const day = 86_400;
const Contacts = z.looseObject({
  version: z.int(),
  contacts: z.array(z.object({ email: z.string(), locale: z.string(), confirmed: z.boolean() })),
});
const Entries = z.object({ items: z.array(z.looseObject({ act: z.string() })) });

let zone: ZoneUnderTest;
let invitee: Invitee;

const organization = async (id: string) => Contacts.parse((await zone.call('/v1/organization', { as: id })).body);
const visible = (html: string) => html.replace(/<style>.*?<\/style>/gs, '').replace(/<[^>]*>/g, ' ');
const links = (html: string) =>
  [...html.matchAll(/<[a-z][^>]*?\s(?:href|action|src)="?([^"\s>]*)/g)].map(([, link]) => link ?? '');

/** A title that would be a tag, a header and a link. */
const title = '<a href="http://evil.example">x</a> www.evil.example "; Bcc: b@evil.example';

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  invitee = new Invitee(zone);
  await zone.verify('org-supplier');
  // Verified, and so matched and mailed, were it not for its contacts.
  await zone.verify('org-insurer', { contacts: [] });
  await zone.verify('org-reader', { contacts: [{ email: 'r@reader.example', locale: 'en', confirmed: true }] });
});
afterAll(() => zone?.zone.stop());

describe('an address that a member names', () => {
  const address = 'data@insurer.example';

  it('is sent an invitation, once, however often the member saves its record, and nothing else', async () => {
    await invitee.name('org-insurer', address);
    await zone.post('/v1/demands', 'org-insurer', demandBody());
    await zone.post('/v1/demands', 'org-reader', demandBody({ domains: ['83'], title: 'See http://evil.example/x' }));
    await zone.post('/v1/offers', 'org-supplier', offerBody({ title: 'Before' }));
    await zone.post('/v1/offers', 'org-supplier', offerBody({ domain: '83', title }));
    for (const _ of ['again', 'and again']) await invitee.name('org-insurer', address);
    await zone.nextMorning();
    const mails = await invitee.mailsTo(address);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Please confirm: mails about data matches for “Organization org-insurer”',
    ]);
    expect(await invitee.told('org-insurer')).toEqual({ [address]: 'sent' });
    const operator = await zone.call('/v1/organizations/org-insurer/invitations', { as: 'zone', scope: 'operator' });
    expect(operator.body).toMatchObject({ items: [{ email: address, state: 'sent' }] });
  });

  it('has links to the zone alone, whose text is what they lead to, and fetches nothing', async () => {
    const [mail] = await invitee.mailsTo(address);
    const html = mail?.html ?? '';
    const own = `${zone.zone.api}/v1/contact-confirmation?token=`;
    expect(links(html).every((link) => link.startsWith(own))).toBe(true);
    for (const [, href, text] of html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g)) {
      if (/[.:/]/.test(text ?? '')) expect(text).toBe(href);
    }
    expect(html).not.toMatch(/<(img|script|link|iframe|form)/i);
  });

  it('leads to a page that asks and, however often it is looked at, changes nothing', async () => {
    const token = await invitee.tokenOf(address);
    const before = await organization('org-insurer');
    const page = await invitee.open(token);
    expect(page.status).toBe(200);
    for (const text of [
      'Organization org-insurer',
      'Beijing Data Infrastructure',
      'd***@insurer.example',
      'Yes, send me',
    ]) {
      expect(visible(page.html)).toContain(text);
    }
    expect(page.html).not.toContain(address);
    await invitee.open(token);
    expect(visible((await invitee.open(token, 'zh-CN')).html)).toContain('同意接收');
    expect(await organization('org-insurer')).toEqual(before);
    expect(before.contacts[0]?.confirmed).toBe(false);
  });

  it('has a page that runs nothing, stands in no frame, is kept by no cache and tells nobody its address', async () => {
    const { headers, html } = await invitee.open(await invitee.tokenOf(address));
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(html).not.toMatch(/<(script|img|link|iframe)|\sstyle=|\son\w+=/i);
    expect(links(html).every((link) => /^contact-confirmation(\?|$)/.test(link))).toBe(true);
  });

  it('is confirmed by one press, and by one alone', async () => {
    const token = await invitee.tokenOf(address);
    const { version } = await organization('org-insurer');
    const pressed = await invitee.press(token, 'confirm');
    expect([pressed.status, visible(pressed.html)]).toEqual([200, expect.stringContaining('Confirmed')]);
    for (const answer of ['confirm', 'refuse']) {
      const page = await invitee.press(token, answer);
      expect([page.status, visible(page.html)]).toEqual([410, expect.stringContaining('This link has been used')]);
    }
    expect((await invitee.open(token)).status).toBe(410);
    expect(await organization('org-insurer')).toMatchObject({ version: version + 1, contacts: [{ confirmed: true }] });
  });

  it('gets mails about matches once it is confirmed, first of what was found before, and is not invited again', async () => {
    await invitee.name('org-insurer', address);
    await zone.post('/v1/offers', 'org-supplier', offerBody({ title: 'After' }));
    await zone.settle();
    const mails = await invitee.mailsTo(address);
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Please confirm'),
      '“Freight flows for risk research” has 1 new matching offer',
      '“Freight flows for risk research” has 1 new matching offer',
    ]);
    for (const [index, title] of ['Before', 'After'].entries()) expect(mails[index + 1]?.text).toContain(title);
    expect(await invitee.told('org-insurer')).toEqual({});
  });

  it('is answered once where both answers come at the same instant', async () => {
    await invitee.name('org-raced', 'both@raced.example');
    const token = await invitee.tokenOf('both@raced.example');
    const answers = ['confirm', 'refuse', 'confirm', 'refuse'];
    const pages = await Promise.all(answers.map((answer) => invitee.press(token, answer)));
    expect(pages.map(({ status }) => status).toSorted()).toEqual([200, 410, 410, 410]);
    const { contacts } = await organization('org-raced');
    expect(contacts[0]?.confirmed).toBe(answers[pages.findIndex(({ status }) => status === 200)] === 'confirm');
  });

  it('has its invitation and its answer on the audit record, without the address', async () => {
    const { body } = await zone.call('/v1/audit?subject=org-insurer', { as: 'zone', scope: 'operator' });
    const entries = Entries.parse(body).items.filter(({ act }) => act.startsWith('contact-'));
    expect(entries).toMatchObject([
      { act: 'contact-confirmed', by: { as: 'invitee' }, from: { address: expect.any(String) }, version: 5 },
      { act: 'contact-invited', by: { as: 'system', task: 'invite-contacts' }, version: 2 },
    ]);
    expect(JSON.stringify(body)).not.toContain('@');
  });
});

describe('whoever refuses', () => {
  it('is never invited by that organization again, also after its address was taken back and named anew', async () => {
    const address = 'no@refuser.example';
    await invitee.name('org-pushy', address);
    const page = await invitee.press(await invitee.tokenOf(address), 'refuse');
    expect([page.status, visible(page.html)]).toEqual([200, expect.stringContaining('cannot invite it again')]);
    expect(await invitee.told('org-pushy')).toEqual({ [address]: 'refused' });
    await invitee.name('org-pushy');
    await stepClock(zone.zone.control, 8 * day);
    await invitee.name('org-pushy', address.toUpperCase());
    expect(await invitee.mailsTo(address)).toHaveLength(1);
    expect(await sumOfMetric(zone.zone.control, 'ContactsRefused')).toBeGreaterThan(0);
  });

  it('is not invited by it under another spelling of the same mailbox either', async () => {
    await invitee.name('org-respelling', 'no.more@respelt.example');
    expect((await invitee.press(await invitee.tokenOf('no.more@respelt.example'), 'refuse')).status).toBe(200);
    const spellings = ['nomore@respelt.example', 'no.more+1@respelt.example', 'n.omore@respelt.example'];
    await stepClock(zone.zone.control, day);
    await invitee.name('org-respelling', ...spellings);
    for (const spelling of spellings) expect(await invitee.mailsTo(spelling)).toEqual([]);
    expect(await invitee.told('org-respelling')).toEqual(
      Object.fromEntries(spellings.map((spelling) => [spelling, 'refused'])),
    );
  });

  it('is heard also where the organization has taken the address back meanwhile, so that it cannot come again', async () => {
    const address = 'no.thanks@taken.example';
    await invitee.name('org-fleeting', address);
    const token = await invitee.tokenOf(address);
    await invitee.name('org-fleeting');
    const page = await invitee.open(token, 'en');
    expect([page.status, visible(page.html)]).toEqual([404, expect.stringContaining('No, and do not invite me again')]);
    expect(page.html).not.toMatch(/org-fleeting|taken\.example|value="?confirm/);
    expect((await invitee.press(token, 'confirm')).status).toBe(404);
    expect((await invitee.press(token, 'refuse')).status).toBe(200);
    await stepClock(zone.zone.control, 8 * day);
    await invitee.name('org-fleeting', address, 'nothanks+1@taken.example');
    expect(await invitee.mailsTo(address)).toHaveLength(1);
    expect(await invitee.mailsTo('nothanks+1@taken.example')).toEqual([]);
  });

  it('is heard also where the operator has confirmed the address meanwhile', async () => {
    const address = 'no@confirmed.example';
    await invitee.name('org-hasty', address);
    const token = await invitee.tokenOf(address);
    await zone.verify('org-hasty', { contacts: [{ email: address, locale: 'en', confirmed: true }] });
    expect((await invitee.press(token, 'refuse')).status).toBe(200);
    expect((await organization('org-hasty')).contacts).toMatchObject([{ email: address, confirmed: false }]);
  });
});

describe('a link', () => {
  const address = 'ops@linked.example';
  let token: string;

  beforeAll(async () => {
    await invitee.name('org-linked', address);
    token = await invitee.tokenOf(address);
  });

  it('that was forged, for whomever, is nothing, and its page says as little as that of any other', async () => {
    const [header = '', payload = '', signature = ''] = token.split('.');
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const decoded = (text: string): Record<string, unknown> => JSON.parse(Buffer.from(text, 'base64url').toString());
    const resigned = (head: string, body: string) =>
      `${head}.${body}.${createHmac('sha256', 'guessed').update(`${head}.${body}`).digest('base64url')}`;
    const other = encoded({ ...decoded(payload), organizationId: 'org-insurer' });
    const forged = [
      `${header}.${other}.${signature}`,
      resigned(header, payload),
      resigned(header, other),
      `${encoded({ ...decoded(header), alg: 'none' })}.${payload}.`,
      resigned(encoded({ ...decoded(header), alg: 'HS512' }), payload),
      resigned(encoded({ ...decoded(header), kid: 'another0' }), payload),
      resigned(encoded({ ...decoded(header), typ: 'JWT' }), payload),
      `${header}.${payload}`,
      '',
      'x'.repeat(5000),
      '"><script>alert(1)</script>',
    ];
    for (const one of forged) {
      for (const page of [await invitee.open(one, 'en'), await invitee.press(one, 'confirm')]) {
        expect([one.slice(0, 40), page.status]).toEqual([one.slice(0, 40), 404]);
        expect(visible(page.html)).toContain('This link is not valid');
        expect(page.html).not.toMatch(/<script|linked/);
      }
    }
    expect((await organization('org-linked')).contacts[0]?.confirmed).toBe(false);
  });

  it('is answered by a form alone, with one of its two answers', async () => {
    const post = (body: string, type: string) =>
      fetch(`${zone.zone.api}/v1/contact-confirmation`, { method: 'POST', headers: { 'content-type': type }, body });
    const form = 'application/x-www-form-urlencoded';
    for (const answer of [
      await post(JSON.stringify({ token, answer: 'confirm' }), 'application/json'),
      await post(`token=${token}`, form),
      await post(`token=${token}&answer=both`, form),
      await post(`answer=confirm&filler=${'x'.repeat(9000)}&token=${token}`, form),
      await fetch(`${zone.zone.api}/v1/contact-confirmation?token=${token}&answer=confirm`, { method: 'POST' }),
    ]) {
      expect(answer.status).toBe(404);
    }
    expect((await organization('org-linked')).contacts[0]?.confirmed).toBe(false);
  });

  it('is void while another address stands in place of its own', async () => {
    await invitee.name('org-linked', 'other@linked.example');
    expect((await invitee.open(token)).status).toBe(404);
    expect((await invitee.press(token, 'confirm')).status).toBe(404);
    expect((await organization('org-linked')).contacts).toMatchObject([{ confirmed: false }]);
    await invitee.name('org-linked', address);
    expect((await invitee.open(token)).status).toBe(200);
  });

  it('holds while the key that signed it is the current one or the one before, and no longer', async () => {
    const rotate = async () => {
      await runSchedule(zone.zone.control, 'SigningKeysRotation');
      // Longer than a Lambda keeps the keys that it has read.
      await stepClock(zone.zone.control, 600);
    };
    await rotate();
    expect((await invitee.open(token)).status).toBe(200);
    await invitee.name('org-rotated', 'new@rotated.example');
    await rotate();
    expect((await invitee.open(token)).status).toBe(404);
    expect((await invitee.press(token, 'confirm')).status).toBe(404);
    expect((await invitee.press(await invitee.tokenOf('new@rotated.example'), 'confirm')).status).toBe(200);
  });

  it('is over after seven days; saving the record again asks for another, and voids it', async () => {
    const late = 'late@linked.example';
    await invitee.name('org-late', late);
    const first = await invitee.tokenOf(late);
    await stepClock(zone.zone.control, 7 * day - 60);
    expect((await invitee.open(first)).status).toBe(200);
    await stepClock(zone.zone.control, 120);
    const page = await invitee.press(first, 'confirm');
    expect([page.status, visible(page.html)]).toEqual([410, expect.stringContaining('This link has expired')]);
    expect(await invitee.told('org-late')).toEqual({ [late]: 'expired' });
    expect(await invitee.mailsTo(late)).toHaveLength(1);
    await invitee.name('org-late', late);
    expect(await invitee.mailsTo(late)).toHaveLength(2);
    expect((await invitee.press(await invitee.tokenOf(late), 'confirm')).status).toBe(200);
    expect((await organization('org-late')).contacts[0]?.confirmed).toBe(true);
  });
});

describe('nobody', () => {
  it('is invited more than three times a day, whoever asks and however the address is spelt', async () => {
    const spellings = [
      'so.many@target.example',
      'somany+1@target.example',
      'SoMany@target.example',
      's.omany+x@target.example',
    ];
    for (const [index, email] of spellings.entries()) await invitee.name(`org-spam-${index}`, email);
    const mails = (await zone.mails()).filter(({ to }) =>
      to.some(({ address }) => address.endsWith('@target.example')),
    );
    expect(mails).toHaveLength(3);
    expect(await invitee.told('org-spam-3')).toEqual({ 's.omany+x@target.example': 'held' });
    expect(await sumOfMetric(zone.zone.control, 'InvitationsHeld')).toBe(1);
    await stepClock(zone.zone.control, day);
    await invitee.name('org-spam-3', 's.omany+x@target.example');
    expect(await invitee.told('org-spam-3')).toEqual({ 's.omany+x@target.example': 'sent' });
  });

  it('is confirmed by a member; the operator answers for whom it confirms, who is not invited', async () => {
    const contacts = [{ email: 'mine@own.example', locale: 'en', confirmed: true }];
    const body = { name: 'Own', kind: 'private', jurisdiction: 'CN', contacts };
    const answer = await zone.call('/v1/organization', { method: 'PUT', as: 'org-own', body });
    expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ pointer: '/contacts/0/confirmed' }] }]);
    await zone.verify('org-own', { contacts });
    await zone.settle();
    expect(await invitee.mailsTo('mine@own.example')).toEqual([]);
  });
});

describe('what somebody else typed', () => {
  const putContact = (email: string, name = 'Plain name', as = 'org-hostile') =>
    zone.call('/v1/organization', {
      method: 'PUT',
      as,
      body: { name, kind: 'private', jurisdiction: 'CN', contacts: [{ email, locale: 'en' }] },
    });

  it.each([
    '"a b"@victim.example',
    '"a@b"@victim.example',
    'a@b@victim.example',
    'a@victim.example\r\nBcc: b@victim.example',
    'a@victim.example\nb@victim.example',
    'a@victim.example,b@victim.example',
    'a@victim.example;b@victim.example',
    'a@victim.example b@victim.example',
    'a(comment)@victim.example',
    '<a@victim.example>',
    'A <a@victim.example>',
    'a@bücher.example',
    '\u0430dmin@victim.example',
    'a@victim\uff0eexample',
    'a@例子.example',
    `${'a'.repeat(65)}@victim.example`,
    `a@${'b'.repeat(250)}.example`,
    'a@localhost',
    'a@[127.0.0.1]',
    'a@victim.example\u0000',
    ' ',
  ])('is no address, and nobody is mailed: %j', async (email) => {
    expect((await putContact(email)).status).toBe(422);
  });

  it('may be an internationalised domain in its plain form, which is shown so', async () => {
    expect((await putContact('a@xn--bcher-kva.example')).status).toBe(201);
    await zone.settle();
    // The mailbox shows it in its other form.
    const [mail] = await invitee.mailsTo('a@bücher.example');
    const page = await invitee.open(await invitee.tokenOf('a@bücher.example'));
    expect(mail?.source).toMatch(/^To: a@xn--bcher-kva\.example\r?$/m);
    expect(visible(page.html)).toContain('a***@xn--bcher-kva.example');
  });

  it('in a name adds no header, no tag and no link, in the mail as it came and on the page', async () => {
    const names = [
      'http://evil.example/login?a=b',
      'www.evil.example',
      'mailto:a@evil.example',
      '<img src=x onerror=alert(1)><a href="http://evil.example">press</a>',
      '"; Bcc: b@evil.example',
      '=?utf-8?B?QmNjOiBi?= evil.example',
      `${'<b>'.repeat(60)}evil.example`,
      'evil。example 请点击 evil．example',
    ];
    const addressOf = (index: number) => `n@named-${index}.example`;
    const puts = names.map((name, index) => putContact(addressOf(index), name, `org-named-${index}`));
    expect((await Promise.all(puts)).map(({ status }) => status)).toEqual(names.map(() => 201));
    await zone.settle();
    for (const index of names.keys()) {
      const address = addressOf(index);
      const [mail] = await invitee.mailsTo(address);
      const { source = '', html = '', text = '', subject } = mail ?? {};
      const headers = source.slice(0, source.search(/\r?\n\r?\n/));
      expect(headers).not.toMatch(/^(bcc|cc):/im);
      expect(headers.match(/^reply-to: .*$/gim)).toEqual([`Reply-To: ${beijingDataPilot.mail.replyTo}`]);
      expect(headers.match(/^(to|from|subject|message-id):/gim)).toHaveLength(4);
      const page = await invitee.open(await invitee.tokenOf(address));
      for (const part of [html, text, subject, page.html]) {
        expect(part).not.toMatch(/evil[.．。]example|www\.evil|http:\/\/evil|a@evil|mailto:a/);
      }
      for (const part of [html, page.html]) expect(part).not.toMatch(/<(img|b>|script)|href="?http:\/\/evil/);
      expect(links(html).every((link) => link.startsWith(`${zone.zone.api}/v1/`))).toBe(true);
    }
    for (const name of ['Two\r\nBcc: b@evil.example', 'Over\u202eride', 'Nul\u0000']) {
      expect((await putContact('n@named.example', name)).status).toBe(422);
    }
  });

  it('in a title adds no header, no tag and no link to the mail of a match', async () => {
    const [mail] = await invitee.mailsTo('r@reader.example');
    const { source = '', html = '', text = '', subject } = mail ?? {};
    expect(source.slice(0, source.search(/\r?\n\r?\n/))).not.toMatch(/^(bcc|cc):/im);
    for (const part of [html, text, subject]) expect(part).not.toMatch(/evil\.example|www\.evil|http:\/\/evil/);
    expect(links(html).every((link) => link.startsWith(`${zone.zone.api}/v1/`))).toBe(true);
  });
});

describe('logs', () => {
  it('hold no address, no token and no name', async () => {
    const logs = zone.logs.join('\n');
    expect(logs).toContain('contact invited');
    for (const text of ['@', 'eyJ', 'insurer.example', 'Plain name', '127.0.0.1']) expect(logs).not.toContain(text);
  });
});
