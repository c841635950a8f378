import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { bounceOf, complaintOf } from '../mail/reports.ts';
import { Invitee } from './invitations.ts';
import { demandBody, offerBody } from './listings.ts';
import { MailOperator, mailsTo } from './mail-operator.ts';
import { Reader } from './reader.ts';
import { tuned } from './tuned.ts';
import { ZoneUnderTest } from './zone.ts';

describe('a zone that mails over SMTP', () => {
  let assembly: Awaited<ReturnType<typeof tuned>>;
  let zone: ZoneUnderTest;
  let operator: MailOperator;
  let invitee: Invitee;

  beforeAll(async () => {
    assembly = await tuned(inject('assembly'), { variables: { RETRY_AFTER_SECONDS: '[1,2]' }, windowSeconds: 1 });
    zone = await ZoneUnderTest.start({ assembly: assembly.folder });
    operator = new MailOperator(zone);
    invitee = new Invitee(zone);
  });
  afterAll(async () => {
    await zone?.zone.stop();
    await assembly?.remove();
  });

  it('stops an address that the mail server says does not exist, and invites it no more', async () => {
    await invitee.name('org-gone', 'gone@simulator.example');
    expect(await invitee.told('org-gone')).toEqual({ 'gone@simulator.example': 'undeliverable' });
    expect(await operator.causes()).toEqual(['refused 550 5.1.1']);
    await invitee.name('org-too', 'gone@simulator.example');
    expect(await invitee.told('org-too')).toEqual({ 'gone@simulator.example': 'undeliverable' });
    expect(zone.logs.join('\n')).toContain('invitation not sent to a stopped address');
    // Whether it is stopped can be asked as seldom as it could be invited, and by no more names than a day's invitations.
    await invitee.name('org-third', 'gone@simulator.example');
    await invitee.name('org-fourth', 'gone@simulator.example');
    expect(await invitee.told('org-fourth')).toEqual({ 'gone@simulator.example': 'held' });
    expect(await operator.counted('AddressesStopped')).toBe(1);
    await operator.release();
  });

  it('does not stop one whose mail is refused for what it is, or whose mailbox is full', async () => {
    await invitee.name('org-full', 'full@simulator.example');
    await invitee.name('org-policy', 'policy@simulator.example');
    expect(await operator.causes()).toEqual([]);
  });

  it('outlives greylisting: the contact that is put off is mailed at the next try, and the others at once, each once', async () => {
    const contacts = ['greylisted+buyer@simulator.example', 'other@example.com'].map((email) => ({
      email,
      locale: 'en',
      confirmed: true,
    }));
    await zone.verify('org-buyer', { contacts });
    await zone.verify('org-supplier');
    await zone.post('/v1/demands', 'org-buyer', demandBody());
    await zone.post('/v1/offers', 'org-supplier', offerBody());
    await zone.settle();
    for (const { email } of contacts) expect(await mailsTo(zone, email), email).toHaveLength(1);
    expect(zone.logs.join('\n')).toContain('messages failed');
  });

  it('stops what bounces later, by a report that the operator’s relay hands on', async () => {
    const reader = new Reader(zone);
    const [left, angry] = [await reader.mark('left@example.com'), await reader.mark('angry@example.com')];
    expect(await operator.report(bounceOf('left@example.com', { mark: left }))).toMatchObject({
      status: 200,
      body: { stopped: 1, noted: 0, unproven: 0 },
    });
    expect(await operator.report(bounceOf('late@example.com', { action: 'delayed', status: '4.4.1' }))).toMatchObject({
      body: { stopped: 0, noted: 1 },
    });
    expect(await operator.report(complaintOf('angry@example.com', 'abuse', false, angry))).toMatchObject({
      body: { stopped: 1, noted: 0 },
    });
    // Told again, it is no news.
    expect(await operator.report(bounceOf('left@example.com', { status: '5.1.2', mark: left }))).toMatchObject({
      status: 200,
    });
    expect(await operator.causes()).toEqual(['complaint abuse', 'hard-bounce 5.1.1']);
    expect(await operator.counted('Complaints')).toBe(1);
  });

  it('stops nobody by a report that was made up: without the mark of a mail that went there', async () => {
    const own = await new Reader(zone).mark('spammer@example.com');
    for (const mark of [undefined, '', 'x.y.z', own, `${own}x`]) {
      const told = mark === undefined ? {} : { mark };
      expect(await operator.report(bounceOf('rival@example.com', told))).toMatchObject({
        status: 200,
        body: { stopped: 0, noted: 0, unproven: 1 },
      });
      expect(await operator.report(complaintOf('rival@example.com', 'abuse', true, mark))).toMatchObject({
        body: { stopped: 0, unproven: 1 },
      });
    }
    expect(await operator.causes()).toHaveLength(2);
  });

  it('marks every mail, so that what comes back is known', async () => {
    const invitee = new Invitee(zone);
    const mails = await invitee.mailsTo('other@example.com');
    const [mail] = mails;
    const [, mark] = /^X-Zonematch-Mail:\s+(\S+)/m.exec(mail?.source ?? '') ?? [];
    expect(await operator.report(bounceOf('other@example.com', { ...(mark && { mark }) }))).toMatchObject({
      body: { stopped: 1 },
    });
    await operator.release();
    const reader = new Reader(zone);
    await operator.report(bounceOf('left@example.com', { mark: await reader.mark('left@example.com') }));
    await operator.report(complaintOf('angry@example.com', 'abuse', false, await reader.mark('angry@example.com')));
  });

  it('lists them by page, the latest first, and has one mailed again, with who did so', async () => {
    const first = await operator.stops('?limit=1');
    const second = await operator.stops(`?limit=1&cursor=${first.nextCursor}`);
    expect([first, second].flatMap(({ items }) => items.map(({ cause }) => cause))).toEqual([
      'complaint',
      'hard-bounce',
    ]);
    const contact = first.items[0]?.contact ?? '';
    const release = () => operator.call(`/v1/stopped-addresses/${contact}`, { method: 'DELETE' });
    expect((await release()).status).toBe(204);
    expect((await release()).status).toBe(404);
    expect(await operator.causes()).toEqual(['hard-bounce 5.1.1']);
    const { body } = await operator.call(`/v1/audit?subject=${contact}`);
    const { items } = z.object({ items: z.array(z.looseObject({ act: z.string() })) }).parse(body);
    expect(items.map(({ act }) => act)).toEqual([
      'address-released',
      'address-stopped',
      'address-released',
      'address-stopped',
    ]);
    expect((await operator.call('/v1/stopped-addresses/nobody', { method: 'DELETE' })).status).toBe(404);
  });

  it('takes no report from anybody but the operator, and nothing that is none', async () => {
    const member = await zone.call('/v1/bounces', {
      method: 'POST',
      as: 'org-buyer',
      headers: { 'content-type': 'message/rfc822' },
      raw: bounceOf('rival@example.com'),
    });
    expect(member.status).toBe(403);
    expect((await operator.report('To: a@example.com\r\n\r\nhello')).status).toBe(422);
    expect((await operator.report(bounceOf('x@example.com'), 'application/json')).status).toBe(415);
    expect((await operator.report('x'.repeat(256 * 1024 + 1))).status).toBe(413);
    expect(await operator.causes()).toEqual(['hard-bounce 5.1.1']);
  });

  it('writes no address into a log', () => {
    expect(zone.logs.join('\n')).not.toMatch(/@(simulator[.])?example/);
  });
});
