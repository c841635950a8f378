import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { greaterBayAreaHongKong } from '../../infra/zones/cn-gba-hk.ts';
import { until } from '../local/until.ts';
import { demandBody, offerBody } from './listings.ts';
import { MailOperator, mailsTo } from './mail-operator.ts';
import { synthesized } from './synthesized.ts';
import { ZoneUnderTest } from './zone.ts';

describe('a zone that mails through SES', () => {
  let assembly: Awaited<ReturnType<typeof synthesized>>;
  let zone: ZoneUnderTest;
  let operator: MailOperator;

  beforeAll(async () => {
    assembly = await synthesized(greaterBayAreaHongKong);
    zone = await ZoneUnderTest.start({ assembly: assembly.folder });
    operator = new MailOperator(zone);
    // Another zone than that of all tests is synthesized first.
  }, 300_000);
  afterAll(async () => {
    await zone?.zone.stop();
    await assembly?.remove();
  });

  const set = { tags: { 'ses:configuration-set': ['zonematch-cn-gba-hk'] } };
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
    expect(ofMail.filter(({ used, lambda }) => !used && !/SendDigests|SendWeeklyMail/.test(lambda))).toEqual([]);
    expect(
      new Set(
        ofMail.filter(({ action }) => action.startsWith('ses:')).map(({ action, resource }) => `${action} ${resource}`),
      ),
    ).toEqual(
      new Set([
        'ses:SendRawEmail arn:aws:ses:ap-southeast-1:000000000000:identity/cn-gba-hk.example.hk',
        'ses:SendRawEmail arn:aws:ses:ap-southeast-1:000000000000:configuration-set/zonematch-cn-gba-hk',
      ]),
    );
  });
});
