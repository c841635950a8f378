import type { Logger } from '@aws-lambda-powertools/logger';
import type { DemandId, MatchId, OrganizationId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import type { Mailer } from '../_adapters/mail/mailer.ts';
import type { StopAddress } from '../_contacts/stopping.ts';
import { type makeMailLinks, unsubscribeHeaders } from '../_links/mail-links.ts';
import type { makeMark } from '../_links/mail-mark.ts';
import type { EndedMails } from '../_links/reader-tokens.ts';
import type { MailLinks } from '../_mail/mail-links.ts';
import type { RenderedMail } from '../_mail/rendered-mail.ts';
import type { Clock } from '../_runtime/clock.ts';
import { mailIdOf } from '../_runtime/ids.ts';
import type { Pace } from './pace.ts';

export type MailingDeps = {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly publicBaseUrl: string;
  readonly links: ReturnType<typeof makeMailLinks>;
  readonly mark: ReturnType<typeof makeMark>;
  readonly pace: Pace;
  readonly mailer: Mailer;
  readonly stopAddress: StopAddress;
};

/** Whoever is mailed for an organization; `digest` is the short one of the address. */
export type Reader = {
  readonly organizationId: OrganizationId;
  readonly email: string;
  readonly locale: Locale;
  readonly digest: string;
};

export type ReaderMail = {
  /** Which mails its unsubscribe link ends. */
  readonly ends: EndedMails;
  readonly demandId?: DemandId;
  readonly matchIds?: readonly MatchId[];
  /** What the mail tells of: a retry carries the same Message-ID. */
  readonly about: readonly string[];
  readonly render: (links: MailLinks) => RenderedMail;
  /** What is done before the mail goes: nothing is shown that is not written down. */
  readonly before?: () => Promise<void>;
  /** Ids and figures for the log. */
  readonly log: Readonly<Record<string, string | number>>;
};

/** What became of it: the mail server took it, or refuses it, or everything for this address. */
export type Mailed = 'accepted' | 'mail-refused' | 'address-refused';

/**
 * Mails one reader: with links signed for it alone, the header fields by which it ends these mails with one press, and, of
 * a demand, in one thread. An address that the mail server refuses for good is mailed no more.
 */
export const mailReader =
  ({ logger, clock, publicBaseUrl, links, pace, mailer, stopAddress, mark }: MailingDeps) =>
  async (reader: Reader, mail: ReaderMail): Promise<Mailed> => {
    const { organizationId, email, locale, digest } = reader;
    const { ends, demandId, matchIds } = mail;
    const made = await links({
      organizationId,
      email,
      locale,
      ends,
      now: clock(),
      ...(demandId && { demandId }),
      ...(matchIds && { matchIds }),
    });
    const rendered = mail.render(made);
    const host = new URL(publicBaseUrl).hostname;
    const messageId = mailIdOf([digest, ...mail.about], host);
    await pace();
    await mail.before?.();
    const thread = demandId && mailIdOf([digest, demandId], host);
    const headers = { ...unsubscribeHeaders(made), ...(await mark(email, clock())) };
    const sent = await mailer.send({ to: email, locale, messageId, thread, headers, ...rendered });
    const log = { ...mail.log, organizationId, contact: digest };
    if (sent.outcome === 'accepted') {
      logger.info('reader mailed', log);
      return 'accepted';
    }
    logger.error('mail refused', { ...log, reason: sent.reason });
    if (sent.about === 'mail') return 'mail-refused';
    await stopAddress(email, 'refused', sent.reason);
    return 'address-refused';
  };
