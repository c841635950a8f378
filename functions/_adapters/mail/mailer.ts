import type { Locale } from '../../../domain/vocabulary/bilingual.ts';

/** A mail to one reader. `messageId` (`<left@right>`) is made from what the mail tells of, so that a retry carries it again. */
export type OutgoingMail = {
  readonly to: string;
  /** The reader's language: the zone goes by its name in it. */
  readonly locale: Locale;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
  /** The conversation that it belongs to (`<left@right>`): the same for all mails that a reader is to see together. */
  readonly thread?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

/**
 * What became of a mail that was tried. `refused` is for good: this mail to this reader will not be taken later either, and
 * where it is `about` the address, no other mail either. Its reason is a code alone, such as `550 5.1.1` (RFC 5321, RFC 3463),
 * never the words of the server, which quote addresses.
 */
export type SendResult =
  | { readonly outcome: 'accepted'; readonly messageId: string }
  | { readonly outcome: 'refused'; readonly reason: string; readonly about: 'address' | 'mail' };

/** Sends mails. Throws MailerUnavailable where trying again later may help. */
export type Mailer = { send(mail: OutgoingMail): Promise<SendResult> };

/** The mail system could not be used now: down, too slow, a login or a sender that it does not take, a 4xx answer. */
export class MailerUnavailable extends Error {
  override readonly name = 'MailerUnavailable';
  readonly code: string;

  constructor(code: string) {
    super(`mail cannot be sent now (${code})`);
    this.code = code;
  }
}
