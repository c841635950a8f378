import { once } from 'node:events';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { makeSmtpMailer, type Patience } from '../../functions/_adapters/mail/smtp-mailer.ts';
import type { SmtpSettings } from '../../functions/_adapters/mail/smtp-settings.ts';
import { makeCertificate } from '../../infra/local/mail/certificate.ts';
import { login, smtpSettings } from './outgoing-mail.ts';

const servers: SMTPServer[] = [];

/** For servers that say nothing: the mailer waits for seconds, and a test need not. */
export const impatient: Patience = { connection: 500, greeting: 300, silence: 300 };

export async function stopServers(): Promise<void> {
  for (const server of servers.splice(0)) await new Promise<void>((done) => server.close(done));
}

/** What a server was asked for. */
export const asked: string[] = [];

export const portOf = (address: unknown): number =>
  typeof address === 'object' && address !== null && 'port' in address ? Number(address.port) : 0;

/** A mailer and a server that it trusts, unless settings or options say otherwise; the server takes every mail. */
export async function mailerOf(options: SMTPServerOptions, settings: Partial<SmtpSettings> = {}, waits?: Patience) {
  const certificate = await makeCertificate();
  const security = settings.security ?? 'tls';
  const server = new SMTPServer({
    ...certificate,
    secure: security === 'tls',
    onAuth({ username, password }, _session, done) {
      asked.push('login');
      if (username === login.username && password === login.password) return done(null, { user: username });
      done(Object.assign(new Error(`5.7.8 <${username}> ${password}`), { responseCode: 535 }));
    },
    onMailFrom(_from, _session, done) {
      asked.push('mail');
      done();
    },
    disableReverseLookup: true,
    closeTimeout: 1,
    logger: false,
    ...options,
  });
  servers.push(server);
  server.on('error', () => {}); // a client that hangs up during the TLS handshake is what some of these tests are about
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const own = { ...smtpSettings(portOf(listening.address()), certificate.cert), security, ...settings };
  return makeSmtpMailer(own, waits);
}
