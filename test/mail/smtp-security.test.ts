import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSmtpMailer } from '../../functions/_adapters/mail/smtp-mailer.ts';
import { makeCertificate } from '../../infra/local/mail/certificate.ts';
import { outgoing, smtpSettings } from './outgoing-mail.ts';
import { asked, impatient, mailerOf, portOf, stopServers } from './smtp-servers.ts';

let raw: { readonly server: Server; readonly sockets: Set<Socket> } | undefined;

beforeEach(() => {
  asked.length = 0;
});
afterEach(async () => {
  await stopServers();
  for (const socket of raw?.sockets ?? []) socket.destroy();
  raw?.server.close();
  raw = undefined;
});

/** A server that does to a connection whatever it is told. */
async function rawServer(handle: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => socket.destroy()));
    handle(socket);
  });
  raw = { server, sockets };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return portOf(server.address());
}

describe.each(['tls', 'starttls'] as const)('with %s', (security) => {
  it('a server that cannot prove itself gets neither login nor mail', async () => {
    const [other, yesterday] = [await makeCertificate('relay.example'), new Date(Date.now() - 86_400_000)];
    const expired = await makeCertificate('127.0.0.1', yesterday);
    const cases = [
      ['not trusted', {}, { authority: other.cert }],
      ['not trusted by anybody', {}, { authority: undefined }],
      ['of another name', other, { authority: other.cert }],
      ['expired', expired, { authority: expired.cert }],
    ] as const;
    for (const [what, options, settings] of cases) {
      const { send } = await mailerOf(options, { security, ...settings });
      await expect(send(outgoing), what).rejects.toMatchObject({ name: 'MailerUnavailable', code: expect.any(String) });
    }
    expect(asked).toEqual([]);
  });

  it('a server without TLS gets neither login nor mail', async () => {
    const { send } = await mailerOf(
      { secure: false, disabledCommands: ['STARTTLS'], allowInsecureAuth: true },
      { security },
    );
    await expect(send(outgoing)).rejects.toMatchObject({ name: 'MailerUnavailable' });
    expect(asked).toEqual([]);
  });

  it('takes the same server where it proves itself', async () => {
    const { send } = await mailerOf(
      { onData: (stream, _session, done) => stream.on('end', () => done()).resume() },
      { security },
    );
    expect(await send(outgoing)).toMatchObject({ outcome: 'accepted' });
    expect(asked).toEqual(['login', 'mail']);
  });
});

it('a STARTTLS that somebody on the way takes out of the answer ends the sending: nothing is said in the clear', async () => {
  const heard: string[] = [];
  const port = await rawServer((socket) => {
    socket.write('220 relay\r\n');
    socket.on('data', (data) => {
      const line = data.toString();
      heard.push(line.split(' ')[0]?.trim() ?? '');
      socket.write(/^(EHLO|HELO)/.test(line) ? '250-relay\r\n250 AUTH PLAIN\r\n' : '454 4.7.0 TLS not available\r\n');
    });
  });
  const mailer = makeSmtpMailer({ ...smtpSettings(port, ''), security: 'starttls' }, impatient);
  await expect(mailer.send(outgoing)).rejects.toMatchObject({ name: 'MailerUnavailable' });
  expect(heard.filter((word) => !['EHLO', 'HELO', 'STARTTLS', 'QUIT'].includes(word))).toEqual([]);
});

it('a server that takes the connection and says nothing is given up after a while', async () => {
  const port = await rawServer(() => undefined);
  for (const security of ['tls', 'starttls'] as const) {
    const mailer = makeSmtpMailer({ ...smtpSettings(port, ''), security }, impatient);
    await expect(mailer.send(outgoing)).rejects.toMatchObject({ name: 'MailerUnavailable' });
  }
});

it('a server that hangs after the contents is given up: it may have taken the mail, which then comes twice under one Message-ID', async () => {
  const { send } = await mailerOf(
    { onData: (stream) => stream.resume() },
    {},
    { ...impatient, greeting: 5_000, connection: 5_000, silence: 1_000 },
  );
  await expect(send(outgoing)).rejects.toMatchObject({ name: 'MailerUnavailable', code: 'ETIMEDOUT' });
});

it('a server that ends the connection amid the contents is tried again', async () => {
  const { send } = await mailerOf({
    onData: (_stream, _session, done) => done(Object.assign(new Error('x'), { responseCode: 421 })),
  });
  await expect(send(outgoing)).rejects.toMatchObject({ name: 'MailerUnavailable' });
});

it('is unavailable where the server is down', async () => {
  const port = await rawServer(() => undefined);
  raw?.server.close();
  await expect(makeSmtpMailer(smtpSettings(port, '')).send(outgoing)).rejects.toMatchObject({
    name: 'MailerUnavailable',
  });
});
