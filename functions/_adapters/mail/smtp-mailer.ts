import { createTransport, type SMTPTransportOptions } from 'nodemailer';
import type { Mailer } from './mailer.ts';
import { invalidAddress, isOneAddress, messageOf } from './message.ts';
import { refusalOf } from './smtp-answer.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** How long a server may take, in milliseconds, to be connected, to greet, and to say anything at all. */
export type Patience = { readonly connection: number; readonly greeting: number; readonly silence: number };
const patience: Patience = { connection: 10_000, greeting: 10_000, silence: 20_000 };

function transportOptions(settings: SmtpSettings, waits: Patience): SMTPTransportOptions {
  const { host, port, security, authority, username, password } = settings;
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: true,
    tls: { minVersion: 'TLSv1.2', ...(authority !== undefined && { ca: authority }) },
    connectionTimeout: waits.connection,
    greetingTimeout: waits.greeting,
    socketTimeout: waits.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
    auth: { user: username, pass: password },
  };
}

/** A mailer over SMTP; each mail has a connection of its own, so there is nothing to close. */
export function makeSmtpMailer(settings: SmtpSettings, waits: Patience = patience): Mailer {
  const transport = createTransport(transportOptions(settings, waits));
  return {
    async send(mail) {
      if (!isOneAddress(mail.to)) return invalidAddress;
      try {
        const sent = await transport.sendMail(messageOf(mail, settings.sender));
        return { outcome: 'accepted', messageId: sent.messageId };
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}
