import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../infra/local/mail/certificate.ts';
import { type Mailbox, startMailbox } from '../../infra/local/mail/mailbox.ts';
import { type SmtpServer, startSmtpServer } from '../../infra/local/mail/smtp-server.ts';

let started: (Mailbox | SmtpServer)[] = [];
afterEach(async () => {
  for (const one of started.toReversed()) await one.stop();
  started = [];
});

function keep<T extends Mailbox | SmtpServer>(one: T): T {
  started.push(one);
  return one;
}

const mailOf = (subject: string, to = 'buyer@example.cn') => ({ from: 'zone@example.cn', to, subject, text: subject });

const sendBy = ({ host, port }: { readonly host: string; readonly port: number }, subject: string) =>
  createTransport({ host, port }).sendMail(mailOf(subject));

const subjectsIn = async ({ address }: Mailbox): Promise<string> => (await fetch(`${address}/api/email`)).text();

describe('the mailbox', () => {
  it('stops though someone has its page open and says nothing', async () => {
    const mailbox = await startMailbox();
    const socket = connect(Number(new URL(mailbox.address).port), '127.0.0.1').on('error', () => undefined);
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    await mailbox.stop();
    await closed;
  });

  it('has the mails that its folder had', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zonematch-mails-'));
    const before = await startMailbox(0, folder);
    await sendBy(before.smtp, 'Kept');
    await before.stop();
    const after = keep(await startMailbox(0, folder));
    expect(await subjectsIn(after)).toContain('Kept');
    await rm(folder, { recursive: true, force: true });
  });
});

describe.each(['tls', 'starttls'] as const)('the mail server, by %s', (security) => {
  const login = { username: 'zone', password: 'right' };

  async function start() {
    const mailbox = keep(await startMailbox());
    const certificate = await makeCertificate();
    const server = keep(await startSmtpServer({ security, certificate, login, mailbox: mailbox.smtp }));
    const { host, port } = server;
    const connection = { host, port, secure: security === 'tls', requireTLS: true, tls: { ca: certificate.cert } };
    const as = (user: string, pass: string) => createTransport({ ...connection, auth: { user, pass } });
    return { mailbox, server, connection, own: as(login.username, login.password), other: as('zone', 'wrong') };
  }

  it('takes mail over TLS and with the login alone', async () => {
    const { mailbox, connection, own, other } = await start();
    await own.sendMail(mailOf('Right'));
    await expect(other.sendMail(mailOf('Wrong login'))).rejects.toMatchObject({ responseCode: 535 });
    await expect(createTransport(connection).sendMail(mailOf('No login'))).rejects.toMatchObject({ responseCode: 530 });
    const plain = { host: connection.host, port: connection.port, ignoreTLS: true, greetingTimeout: 300 };
    const auth = { user: login.username, pass: login.password };
    await expect(createTransport({ ...plain, auth }).sendMail(mailOf('No TLS'))).rejects.toThrow();
    const strangers = createTransport({ ...connection, tls: {}, auth });
    await expect(strangers.sendMail(mailOf('Not trusted'))).rejects.toThrow(/self-signed|certificate/);
    const subjects = await subjectsIn(mailbox);
    expect(subjects).toContain('Right');
    expect(subjects).not.toMatch(/Wrong|No login|No TLS|Not trusted/);
  });

  it('lets mail through, refuses it or asks to come back later, as it is told', async () => {
    const { mailbox, server, own } = await start();
    await own.sendMail(mailOf('First'));
    server.close('busy');
    await expect(own.sendMail(mailOf('Busy'))).rejects.toMatchObject({ responseCode: 421 });
    server.close('refused');
    await expect(own.sendMail(mailOf('Refused'))).rejects.toMatchObject({
      code: expect.stringMatching(/ECONN|ESOCKET|ETLS/),
    });
    server.close(undefined);
    await own.sendMail(mailOf('Last'));
    const subjects = await subjectsIn(mailbox);
    expect(subjects).toContain('First');
    expect(subjects).toContain('Last');
    expect(subjects).not.toMatch(/Busy|Refused/);
  });

  it('says of simulated readers what a server of the world may say of real ones', async () => {
    const { own } = await start();
    for (const [name, code] of [
      ['gone', 550],
      ['full', 552],
      ['policy', 550],
      ['greylisted', 451],
    ] as const)
      await expect(own.sendMail(mailOf('No', `${name}@simulator.example`))).rejects.toMatchObject({
        responseCode: code,
      });
    await own.sendMail(mailOf('Yes', 'greylisted@simulator.example'));
  });
});
