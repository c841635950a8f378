import { createServer } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { LocalFailure } from '../local-failure.ts';
import type { Stoppable } from '../stoppable.ts';
import type { Certificate } from './certificate.ts';
import { makeSimulator } from './simulated.ts';

/** How a mail server is not there for its callers: the connection ends, or it says to come back later (RFC 5321, 3.8). */
type MailOutage = 'refused' | 'busy';

export type SmtpServer = Stoppable & {
  readonly host: string;
  readonly port: number;
  /** What callers meet from now on: the mail server, where nothing is said. */
  close(how: MailOutage | undefined): void;
};

export type Login = { readonly username: string; readonly password: string };

type Settings = {
  readonly security: string;
  readonly certificate: Certificate;
  readonly login: Login;
  /** Where mails go that were taken. */
  readonly mailbox: { readonly host: string; readonly port: number };
};

const host = '127.0.0.1';
const busy = Object.assign(new Error('4.3.2 Service not available, closing transmission channel'), {
  responseCode: 421,
});
const badLogin = Object.assign(new Error('5.7.8 Authentication credentials invalid'), { responseCode: 535 });
const notNow = Object.assign(new Error('4.3.0 The mailbox is not to be had'), { responseCode: 451 });

type Taken = Pick<Settings, 'login' | 'mailbox'> & { readonly isBusy: () => boolean };

function answersOf({ login, mailbox, isBusy }: Taken): SMTPServerOptions {
  const handOn = createTransport({ ...mailbox, secure: false, ignoreTLS: true });
  const refusal = makeSimulator();
  return {
    onConnect: (_session, done) => done(isBusy() ? busy : undefined),
    onAuth: ({ username, password }, _session, done) =>
      username === login.username && password === login.password ? done(null, { user: username }) : done(badLogin),
    onRcptTo: ({ address }, _session, done) => done(refusal(address)),
    onData(stream, { envelope }, done) {
      const from = envelope.mailFrom === false ? '' : (envelope.mailFrom?.address ?? '');
      const to = envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((raw) => handOn.sendMail({ raw, envelope: { from, to } }))
        .then(
          () => done(),
          () => done(notNow),
        );
    },
  };
}

/**
 * Starts a mail server as a relay for submission is one, on a free port of 127.0.0.1: it speaks TLS, from the first byte or
 * after STARTTLS, takes mail from nobody without the login, and hands on what it takes to the mailbox.
 */
export async function startSmtpServer({ security, certificate, login, mailbox }: Settings): Promise<SmtpServer> {
  if (security !== 'tls' && security !== 'starttls')
    throw new LocalFailure(`SmtpSecurity is “${security}”: the local mail server speaks tls or starttls.`);
  let outage: MailOutage | undefined;
  const server = new SMTPServer({
    ...certificate,
    ...answersOf({ login, mailbox, isBusy: () => outage === 'busy' }),
    secure: security === 'tls',
    disableReverseLookup: true,
    closeTimeout: 1,
    logger: false,
  });
  // A caller that hangs up, or does not trust the certificate, is its own affair.
  server.on('error', () => undefined);
  // A listener of its own, so that a connection that is refused never comes to the server, which would begin TLS on it.
  const listener = createServer((socket) => {
    if (outage === 'refused') socket.destroy();
    else server.server.emit('connection', socket);
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(0, host, resolve);
  });
  const bound = listener.address();
  return {
    host,
    port: typeof bound === 'object' && bound ? bound.port : 0,
    close(how) {
      outage = how;
    },
    async stop() {
      const closed = new Promise((resolve) => listener.close(resolve));
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await closed;
    },
  };
}
