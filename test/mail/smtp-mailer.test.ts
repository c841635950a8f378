import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailDev } from 'maildev';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MailerUnavailable, type OutgoingMail } from '../../functions/_adapters/mail/mailer.ts';
import { makeSmtpMailer } from '../../functions/_adapters/mail/smtp-mailer.ts';
import type { SmtpSettings } from '../../functions/_adapters/mail/smtp-settings.ts';

const login = { username: 'zone', password: 'correct horse' };
const mail: OutgoingMail = {
  to: 'buyer@example.com',
  subject: '《信用数据》有 1 条新的匹配数据',
  html: '<p>匹配</p>',
  text: '匹配\n',
  messageId: '<match-1.v3@zone.example>',
  headers: { 'List-Unsubscribe': '<https://zone.example/stop>' },
};

let directory = '';
let maildev: MailDev;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'zonematch-mail-'));
  maildev = new MailDev({
    smtp: 0,
    ip: '127.0.0.1',
    incomingUser: login.username,
    incomingPass: login.password,
    mailDirectory: directory,
    disableWeb: true,
    silent: true,
  });
  await maildev.start();
});

afterAll(async () => {
  await maildev.stop();
  await rm(directory, { recursive: true });
});

const inbox = async () => (await maildev.getServers()?.smtp.getAllEmails()) ?? [];

function mailer(settings: Partial<SmtpSettings> = {}) {
  const port = maildev.getServers()?.smtp.getPort() ?? 0;
  const from = { name: '北京数据基础制度先行区', address: 'noreply@zone.example' };
  return makeSmtpMailer({ host: '127.0.0.1', port, security: 'none', from, ...login, ...settings });
}

it('delivers both parts and the headers, under the name of the zone', async () => {
  expect(await mailer().send(mail)).toEqual({ outcome: 'accepted', messageId: mail.messageId });
  const [arrived] = await inbox();
  expect(arrived).toMatchObject({
    subject: mail.subject,
    from: [{ name: '北京数据基础制度先行区', address: 'noreply@zone.example' }],
    to: [{ address: mail.to }],
    envelope: { from: { address: 'noreply@zone.example' }, to: [{ address: mail.to }] },
    html: expect.stringContaining('<p>匹配</p>'),
    text: expect.stringContaining('匹配'),
    headers: { 'auto-submitted': 'auto-generated', 'message-id': mail.messageId },
  });
});

it('lets neither a subject nor a header add a header or a reader', async () => {
  const subject = 'x\r\nBcc: other@example.com\r\nX-Evil: 1';
  await mailer().send({ ...mail, subject, headers: { Bcc: 'other@example.com', 'X-Note': 'a\r\nX-Evil: 1' } });
  const last = (await inbox()).find((arrived) => arrived.subject.startsWith('x'));
  expect(last?.envelope.to.map(({ address }) => address)).toEqual([mail.to]);
  expect(last?.headers).not.toHaveProperty('x-evil');
  expect(last?.headers).not.toHaveProperty('bcc');
});

it.each(['a@example.com, b@example.com', 'a@example.com\r\nRCPT TO:<b@example.com>', 'nobody', ''])(
  'refuses what is not the address of one reader: %j',
  async (to) => {
    const before = (await inbox()).length;
    expect(await mailer().send({ ...mail, to })).toEqual({ outcome: 'refused', reason: 'invalid-address' });
    expect(await inbox()).toHaveLength(before);
  },
);

it('is unavailable with a wrong login, and says neither address nor password', async () => {
  const failure = mailer({ password: 'wrong' }).send(mail);
  await expect(failure).rejects.toThrow(MailerUnavailable);
  await expect(failure).rejects.toMatchObject({ code: expect.stringMatching(/^535/) });
  await expect(failure).rejects.not.toThrow(/example|wrong|zone/);
});

it('is unavailable where the server is down', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(mailer({ port }).send(mail)).rejects.toThrow(MailerUnavailable);
});
