import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { greaterBayArea } from '../../infra/zones/cn-gba.ts';
import { until } from '../local/until.ts';
import { bounceOf, complaintOf } from '../mail/reports.ts';
import { Invitee } from './invitations.ts';
import { demandBody, offerBody } from './listings.ts';
import { synthesized } from './synthesized.ts';
import { tuned } from './tuned.ts';
import { type Mail, ZoneUnderTest } from './zone.ts';

const Stops = z.object({
  items: z.array(z.looseObject({ contact: z.string(), cause: z.string(), code: z.string().optional() })),
  nextCursor: z.string().optional(),
});
const Metrics = z.object({ metrics: z.array(z.object({ name: z.string(), sum: z.number() })) });

/** What the operator does with addresses that are mailed no more. */
class Operator {
  readonly zone: ZoneUnderTest;
  constructor(zone: ZoneUnderTest) {
    this.zone = zone;
  }

  call(path: string, call: object = {}) {
    return this.zone.call(path, { as: 'zone', scope: 'operator', ...call });
  }

  async stops(query = '') {
    return Stops.parse((await this.call(`/v1/stopped-addresses${query}`)).body);
  }

  async causes(): Promise<readonly string[]> {
    return (await this.stops()).items.map(({ cause, code }) => `${cause} ${code}`);
  }

  report(raw: string, type = 'message/rfc822') {
    return this.call('/v1/bounces', { method: 'POST', headers: { 'content-type': type }, raw });
  }

  async counted(metric: string): Promise<number> {
    const { metrics } = Metrics.parse(await (await fetch(new URL('/metrics', this.zone.zone.control))).json());
    return metrics.filter(({ name }) => name.startsWith(`${metric}-`)).reduce((sum, one) => sum + one.sum, 0);
  }

  async release(): Promise<void> {
    for (const { contact } of (await this.stops('?limit=100')).items)
      expect((await this.call(`/v1/stopped-addresses/${contact}`, { method: 'DELETE' })).status).toBe(204);
  }
}

const mailsTo = async (zone: ZoneUnderTest, address: string): Promise<readonly Mail[]> =>
  (await zone.mails()).filter(({ to }) => to.some((one) => one.address === address));

describe('a zone that mails over SMTP', () => {
  let assembly: Awaited<ReturnType<typeof tuned>>;
  let zone: ZoneUnderTest;
  let operator: Operator;
  let invitee: Invitee;

  beforeAll(async () => {
    assembly = await tuned(inject('assembly'), { variables: { RETRY_AFTER_SECONDS: '[1,2]' }, windowSeconds: 1 });
    zone = await ZoneUnderTest.start({ assembly: assembly.folder });
    operator = new Operator(zone);
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
    expect(await operator.report(bounceOf('left@example.com'))).toMatchObject({
      status: 200,
      body: { stopped: 1, noted: 0 },
    });
    expect(await operator.report(bounceOf('late@example.com', { action: 'delayed', status: '4.4.1' }))).toMatchObject({
      body: { stopped: 0, noted: 1 },
    });
    expect(await operator.report(complaintOf('angry@example.com'))).toMatchObject({ body: { stopped: 1, noted: 0 } });
    // Told again, it is no news.
    expect(await operator.report(bounceOf('left@example.com', { status: '5.1.2' }))).toMatchObject({ status: 200 });
    expect(await operator.causes()).toEqual(['complaint abuse', 'hard-bounce 5.1.1']);
    expect(await operator.counted('Complaints')).toBe(1);
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
    expect(items.map(({ act }) => act)).toEqual(['address-released', 'address-stopped']);
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

describe('a zone that mails through SES', () => {
  let assembly: Awaited<ReturnType<typeof synthesized>>;
  let zone: ZoneUnderTest;
  let operator: Operator;

  beforeAll(async () => {
    assembly = await synthesized(greaterBayArea);
    zone = await ZoneUnderTest.start({ assembly: assembly.folder });
    operator = new Operator(zone);
  });
  afterAll(async () => {
    await zone?.zone.stop();
    await assembly?.remove();
  });

  const set = { tags: { 'ses:configuration-set': ['zonematch-cn-gba'] } };
  async function tell(type: string, detail: object, mail: object = set): Promise<number> {
    const body = JSON.stringify({ source: 'aws.ses', 'detail-type': type, detail: { mail, ...detail } });
    const answer = await fetch(new URL('/service-events', zone.zone.control), { method: 'POST', body });
    await zone.settle();
    return z.object({ targets: z.number() }).parse(await answer.json()).targets;
  }
  const bounced = (bounceType: string, bounceSubType: string, emailAddress: string) => ({
    eventType: 'Bounce',
    bounce: { bounceType, bounceSubType, bouncedRecipients: [{ emailAddress, action: 'failed' }] },
  });

  it('mails into the same mailbox, an invitation as well as a match', async () => {
    await zone.verify('org-buyer', {
      contacts: [
        { email: 'yes@example.com', locale: 'en', confirmed: true },
        { email: 'new@example.com', locale: 'zh-CN' },
      ],
    });
    await zone.verify('org-supplier');
    await zone.post('/v1/demands', 'org-buyer', demandBody());
    await zone.post('/v1/offers', 'org-supplier', offerBody());
    await zone.settle();
    for (const address of ['yes@example.com', 'new@example.com'])
      expect(await until(`a mail to ${address}`, async () => (await mailsTo(zone, address))[0])).toBeDefined();
  });

  it('stops an address that SES says bounced for good or complained, and no other', async () => {
    expect(await tell('Email Bounced', bounced('Permanent', 'General', 'gone@example.com'))).toBe(1);
    expect(await tell('Email Bounced', bounced('Transient', 'MailboxFull', 'full@example.com'))).toBe(1);
    expect(await tell('Email Bounced', bounced('Undetermined', 'Undetermined', 'odd@example.com'))).toBe(1);
    const complaint = { complainedRecipients: [{ emailAddress: 'angry@example.com' }], complaintFeedbackType: 'abuse' };
    expect(await tell('Email Complaint Received', { eventType: 'Complaint', complaint })).toBe(1);
    const glad = { complainedRecipients: [{ emailAddress: 'glad@example.com' }], complaintFeedbackType: 'not-spam' };
    await tell('Email Complaint Received', { eventType: 'Complaint', complaint: glad });
    const deliveryDelay = {
      delayType: 'TransientCommunicationFailure',
      delayedRecipients: [{ emailAddress: 'late@example.com' }],
    };
    await tell('Email Delivery Delayed', { eventType: 'DeliveryDelay', deliveryDelay });
    expect(await operator.causes()).toEqual(['complaint abuse', 'hard-bounce General']);
    expect(await operator.counted('BouncesNoted')).toBe(4);
  });

  it('hears nothing of mails that are not the zone’s, nor of what is no bounce', async () => {
    const other = { tags: { 'ses:configuration-set': ['another'] } };
    expect(await tell('Email Bounced', bounced('Permanent', 'General', 'theirs@example.com'), other)).toBe(0);
    expect(await tell('Email Delivered', { eventType: 'Delivery' })).toBe(0);
    expect(await operator.causes()).toHaveLength(2);
  });

  it('parks what it cannot understand', async () => {
    await tell('Email Bounced', { eventType: 'Bounce', bounce: { bounceType: 'New' } });
    expect(zone.logs.join('\n')).toContain('message parked');
    expect(await operator.causes()).toHaveLength(2);
  });

  it('has no permission that nothing of this needs: to send as the zone, in the region of SES, by its set', async () => {
    const Permissions = z.object({
      permissions: z.array(
        z.looseObject({ lambda: z.string(), action: z.string(), resource: z.string(), used: z.boolean() }),
      ),
    });
    const { permissions } = Permissions.parse(await (await fetch(new URL('/permissions', zone.zone.control))).json());
    const ofMail = permissions.filter(
      ({ lambda, action }) => action.startsWith('ses:') || lambda.includes('RecordBounces'),
    );
    expect(ofMail.filter(({ used, lambda }) => !used && !lambda.includes('SendDigests'))).toEqual([]);
    expect(
      new Set(
        ofMail.filter(({ action }) => action.startsWith('ses:')).map(({ action, resource }) => `${action} ${resource}`),
      ),
    ).toEqual(
      new Set([
        'ses:SendRawEmail arn:aws:ses:ap-southeast-1:000000000000:identity/cn-gba.example.hk',
        'ses:SendRawEmail arn:aws:ses:ap-southeast-1:000000000000:configuration-set/zonematch-cn-gba',
      ]),
    );
  });
});
