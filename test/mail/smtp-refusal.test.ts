import { once } from 'node:events';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { MailerUnavailable } from '../../functions/_adapters/mail/mailer.ts';
import { makeSmtpMailer } from '../../functions/_adapters/mail/smtp-mailer.ts';
import type { SmtpSettings } from '../../functions/_adapters/mail/smtp-settings.ts';

const mail = { to: 'gone@example.com', subject: 's', html: '<p>h</p>', text: 't', messageId: '<1@zone.example>' };
const servers: SMTPServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise<void>((done) => server.close(done));
});

/** An answer of the server: a code of RFC 5321 and words that quote the reader, as real servers do. */
const answer = (responseCode: number, enhanced: string) =>
  Object.assign(new Error(`${enhanced} <gone@example.com> not taken`), { responseCode });

async function mailerOf(options: SMTPServerOptions, settings: Partial<SmtpSettings> = {}) {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], logger: false, ...options });
  servers.push(server);
  server.on('error', () => {}); // a client that hangs up during the TLS handshake is what some of these tests are about
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const from = { name: 'Zone', address: 'noreply@zone.example' };
  return makeSmtpMailer({ host: '127.0.0.1', port, security: 'none', from, ...settings });
}

it.each([true, false])(
  'a reader that does not exist is refused by code alone (pipelining hidden: %s)',
  async (hidden) => {
    const { send } = await mailerOf({
      hidePIPELINING: hidden,
      onRcptTo: (_to, _session, done) => done(answer(550, '5.1.1')),
    });
    expect(await send(mail)).toEqual({ outcome: 'refused', reason: '550 5.1.1' });
  },
);

it('a mail that is refused after its contents is refused', async () => {
  const { send } = await mailerOf({
    onData: (stream, _session, done) => stream.on('end', () => done(answer(554, '5.6.0'))).resume(),
  });
  expect(await send(mail)).toEqual({ outcome: 'refused', reason: '554 5.6.0' });
});

it('a reader that is put off is tried again later', async () => {
  const { send } = await mailerOf({ onRcptTo: (_to, _session, done) => done(answer(451, '4.7.1')) });
  await expect(send(mail)).rejects.toMatchObject({ name: 'MailerUnavailable', code: '451 4.7.1' });
});

it('a sender that is refused is no fault of the reader', async () => {
  const { send } = await mailerOf({ onMailFrom: (_from, _session, done) => done(answer(550, '5.7.1')) });
  const failure = send(mail);
  await expect(failure).rejects.toMatchObject({ name: 'MailerUnavailable', code: '550 5.7.1' });
  await expect(failure).rejects.not.toThrow(/example/);
});

it.each(['starttls', 'tls'] as const)(
  'with %s, a server that cannot prove itself gets neither login nor mail',
  async (security) => {
    const seen: string[] = [];
    const options: SMTPServerOptions = {
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => {
        seen.push('login');
        done(null, { user: 'zone' });
      },
      onMailFrom: (_from, _session, done) => {
        seen.push('mail');
        done();
      },
    };
    const login = { username: 'zone', password: 'secret' };
    for (const secured of [{}, { disabledCommands: [], secure: security === 'tls' }]) {
      const { send } = await mailerOf({ ...options, ...secured }, { ...login, security });
      await expect(send(mail)).rejects.toThrow(MailerUnavailable);
    }
    expect(seen).toEqual([]);
  },
);
