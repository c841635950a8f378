import { createTransport, type SMTPTransportOptions } from 'nodemailer';
import { z } from 'zod';
import type { Mailer } from './mailer.ts';
import { refusalOf } from './smtp-answer.ts';
import type { SmtpSettings } from './smtp-settings.ts';

const Address = z.email().max(254);

function transportOptions(settings: SmtpSettings): SMTPTransportOptions {
  const { host, port, security, username, password } = settings;
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(username !== undefined && password !== undefined ? { auth: { user: username, pass: password } } : {}),
  };
}

/** A mailer over SMTP; each mail has a connection of its own, so there is nothing to close. */
export function makeSmtpMailer(settings: SmtpSettings): Mailer {
  const transport = createTransport(transportOptions(settings));
  return {
    async send({ to, subject, html, text, messageId, headers }) {
      // An address given as text may name several readers; one that is not an address could never be reached.
      if (!Address.safeParse(to).success) return { outcome: 'refused', reason: 'invalid-address' };
      const { from } = settings;
      // The envelope is given, so that no header can add a reader.
      const addressed = { from, to: { name: '', address: to }, envelope: { from: from.address, to } };
      // RFC 3834: automatic, so that no vacation notice answers it
      const automatic = { ...headers, 'Auto-Submitted': 'auto-generated' };
      try {
        const sent = await transport.sendMail({ ...addressed, subject, html, text, messageId, headers: automatic });
        return { outcome: 'accepted', messageId: sent.messageId };
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}
