import * as z from 'zod';
import { type Bilingual, nameIn } from '../../../domain/vocabulary/bilingual.ts';
import type { OutgoingMail, SendResult } from './mailer.ts';

/** Whom a zone's mails come from: its name as readers see it, where it sends from, and where answers and bounces go. */
export type Sender = {
  readonly name: Bilingual;
  readonly address: string;
  readonly replyTo: string;
  /** The envelope's sender, to which undeliverable mail is returned (RFC 5321, 4.4). SES puts its own in its place. */
  readonly bounces: string;
};

const Address = z.email().max(254);

/** An address given as text may name several readers; one that is not an address could never be reached. */
export const isOneAddress = (to: string): boolean => Address.safeParse(to).success;

export const invalidAddress: SendResult = { outcome: 'refused', reason: 'invalid-address', about: 'address' };

/** A mail as nodemailer writes it, the same whatever carries it. The envelope is given, so that no header can add a reader. */
export function messageOf(
  { to, locale, subject, html, text, messageId, thread, headers }: OutgoingMail,
  { name, address, replyTo, bounces }: Sender,
) {
  return {
    from: { name: nameIn(locale, name), address },
    replyTo: { name: '', address: replyTo },
    to: { name: '', address: to },
    envelope: { from: bounces, to },
    subject,
    html,
    text,
    messageId,
    // SES gives mails another Message-ID: what holds a conversation together is that all of it refers to the same one.
    ...(thread !== undefined && { inReplyTo: thread, references: thread }),
    // RFC 3834: automatic, so that no vacation notice answers it
    headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
  };
}
