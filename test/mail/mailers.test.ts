import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Mailer, OutgoingMail } from '../../functions/_adapters/mail/mailer.ts';
import { makeSesMailer } from '../../functions/_adapters/mail/ses-mailer.ts';
import { makeSmtpMailer } from '../../functions/_adapters/mail/smtp-mailer.ts';
import { startDoor } from '../../infra/local/door/door.ts';
import { makeCertificate } from '../../infra/local/mail/certificate.ts';
import { type Mailbox, startMailbox } from '../../infra/local/mail/mailbox.ts';
import { startSmtpServer } from '../../infra/local/mail/smtp-server.ts';
import { startSes } from '../../infra/local/ses/server.ts';
import type { Stoppable } from '../../infra/local/stoppable.ts';
import { until } from '../local/until.ts';
import { login, outgoing, sender, smtpSettings } from './outgoing-mail.ts';

const Mails = z.array(z.looseObject({ id: z.string(), subject: z.string() }));
const Asked = z.looseObject({
  Content: z.object({ Raw: z.object({ Data: z.string() }) }),
  Destination: z.object({ ToAddresses: z.array(z.string()) }),
  FromEmailAddress: z.string(),
  ConfigurationSetName: z.string(),
});

/** A way of sending, and what was handed to it: the whole mail, and to whom. */
type Way = {
  readonly mailer: Mailer;
  readonly handed: () => Promise<{ readonly raw: string; readonly to: readonly string[] }>;
};

const started: Stoppable[] = [];
let mailbox: Mailbox;
const ways: Partial<Record<'smtp' | 'ses', Way>> = {};
let asked: z.infer<typeof Asked> | undefined;

function keep<T extends Stoppable>(one: T): T {
  started.push(one);
  return one;
}

const inbox = async () => Mails.parse(await (await fetch(`${mailbox.address}/api/email`)).json());
const arrived = (subject: string) =>
  until(`a mail with “${subject}”`, async () => (await inbox()).find((mail) => mail.subject === subject));

async function bySmtp(): Promise<Way> {
  const certificate = await makeCertificate();
  const server = keep(await startSmtpServer({ security: 'tls', certificate, login, mailbox: mailbox.smtp }));
  return {
    mailer: makeSmtpMailer(smtpSettings(server.port, certificate.cert)),
    async handed() {
      const last = (await inbox()).at(-1);
      const raw = await (await fetch(`${mailbox.address}/api/email/${last?.id}/source`)).text();
      const { envelope } = z
        .looseObject({ envelope: z.object({ to: z.array(z.object({ address: z.string() })) }) })
        .parse(last);
      return { raw, to: envelope.to.map(({ address }) => address) };
    },
  };
}

async function bySes(): Promise<Way> {
  const ses = keep(await startSes(mailbox.smtp));
  const door = keep(
    await startDoor({
      upstream: ses.endpoint,
      steps: [
        ({ body }, next) => {
          asked = Asked.parse(JSON.parse(Buffer.from(body).toString()));
          return next(body);
        },
      ],
    }),
  );
  const settings = { region: 'ap-southeast-1', configurationSet: 'zone', sender };
  const credentials = { accessKeyId: 'LOCALTEST', secretAccessKey: 'local' };
  const client = new SESv2Client({ region: settings.region, endpoint: door.address, credentials });
  return {
    mailer: makeSesMailer(settings, client),
    handed: async () => ({
      raw: Buffer.from(asked?.Content.Raw.Data ?? '', 'base64').toString(),
      to: asked?.Destination.ToAddresses ?? [],
    }),
  };
}

beforeAll(async () => {
  mailbox = keep(await startMailbox());
  ways.smtp = await bySmtp();
  ways.ses = await bySes();
});
afterAll(async () => {
  for (const one of started.toReversed()) await one.stop();
});

/** A mail as it stands, by its header fields, each on one line. */
function fieldsOf(raw: string): ReadonlyMap<string, string> {
  const [head = ''] = raw.split(/\r?\n\r?\n/);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
}

describe.each(['smtp', 'ses'] as const)('by %s', (name) => {
  const way = (): Way => ways[name] ?? expect.fail('not started');
  const mail = (own: Partial<OutgoingMail>): OutgoingMail => ({
    ...outgoing,
    subject: `${name} ${own.subject ?? ''}`,
    ...own,
  });

  it('both parts reach the mailbox, under the name of the zone in the reader’s language', async () => {
    for (const [locale, zone] of [
      ['zh-CN', sender.name.zh],
      ['en', sender.name.en],
    ] as const) {
      const subject = `${name} ${locale} ${outgoing.subject}`;
      expect(await way().mailer.send(mail({ subject, locale }))).toMatchObject({ outcome: 'accepted' });
      expect(await arrived(subject)).toMatchObject({
        from: [{ name: zone, address: sender.address }],
        to: [{ address: outgoing.to }],
        html: expect.stringContaining('<p>匹配</p>'),
        text: expect.stringContaining('匹配'),
      });
    }
  });

  it('says where answers go, that it is automatic, and to which conversation it belongs', async () => {
    const subject = `${name} fields`;
    await way().mailer.send(mail({ subject }));
    await arrived(subject);
    const { raw, to } = await way().handed();
    expect(to).toEqual([outgoing.to]);
    expect(Object.fromEntries(fieldsOf(raw))).toMatchObject({
      'auto-submitted': 'auto-generated',
      'reply-to': sender.replyTo,
      'message-id': outgoing.messageId,
      references: outgoing.thread,
      'in-reply-to': outgoing.thread,
      'list-unsubscribe': '<https://zone.example/stop>',
    });
  });

  it('lets neither a subject nor a header add a header or a reader', async () => {
    const subject = `${name} x\r\nBcc: other@example.com\r\nX-Evil: 1`;
    await way().mailer.send(mail({ subject, headers: { Bcc: 'other@example.com', 'X-Note': 'a\r\nX-Evil: 1' } }));
    await until('the mail', async () => (await inbox()).find((one) => one.subject.startsWith(`${name} x`)));
    const { raw, to } = await way().handed();
    expect(to).toEqual([outgoing.to]);
    expect([...fieldsOf(raw).keys()]).not.toContain('x-evil');
    expect([...fieldsOf(raw).keys()]).not.toContain('bcc');
  });

  it.each(['a@example.com, b@example.com', 'a@example.com\r\nRCPT TO:<b@example.com>', 'nobody', ''])(
    'refuses what is not the address of one reader: %j',
    async (to) => {
      const before = (await inbox()).length;
      const refused = { outcome: 'refused', reason: 'invalid-address', about: 'address' };
      expect(await way().mailer.send(mail({ to }))).toEqual(refused);
      expect(await inbox()).toHaveLength(before);
    },
  );
});

it('returns what cannot be delivered to the address for bounces over SMTP, and is noted by its configuration set in SES', async () => {
  await ways.smtp?.mailer.send({ ...outgoing, subject: 'envelope' });
  expect(await arrived('envelope')).toMatchObject({ envelope: { from: { address: sender.bounces } } });
  await ways.ses?.mailer.send({ ...outgoing, subject: 'set' });
  expect(asked).toMatchObject({
    ConfigurationSetName: 'zone',
    FromEmailAddress: expect.stringContaining(sender.address),
  });
});
