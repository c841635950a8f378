import type { DemandId, MatchId, OrganizationId } from '../../domain/ids.ts';
import { type Instant, secondsOf } from '../../domain/time.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import type { SigningKeys } from '../_adapters/secrets/signing-keys.ts';
import type { MailLinks } from '../_mail/mail-links.ts';
import { addressDigest } from '../_runtime/ids.ts';
import { type EndedMails, matchToken, preferencesToken, unsubscribeToken } from './reader-tokens.ts';

/** One mail: to whom it goes, for which organization, and what of it can be ended. */
export type LinkedMail = {
  readonly organizationId: OrganizationId;
  readonly email: string;
  readonly locale: Locale;
  /** Which mails its unsubscribe link ends. */
  readonly ends: EndedMails;
  /** The demand that it is about, and the matches that it names. */
  readonly demandId?: DemandId | undefined;
  readonly matchIds?: Iterable<MatchId>;
  readonly now: Instant;
};

/** How long the links of a mail lead anywhere: a key counts longer than that after it was changed. */
export const linkSeconds = 30 * 86_400;

/** Makes the links of mails, each signed for its one reader. A token stands in a query alone, since gateways log paths. */
export const makeMailLinks = (keys: Pick<SigningKeys, 'current'>, publicBaseUrl: string) => {
  const base = publicBaseUrl.replace(/\/+$/, '');
  const to = (page: string, query: Record<string, string>): string =>
    `${base}/v1/${page}?${new URLSearchParams(query)}`;

  return async ({
    organizationId,
    email,
    locale: lang,
    ends,
    demandId: demand,
    matchIds = [],
    now,
  }: LinkedMail): Promise<MailLinks> => {
    const reader = { organizationId, contact: addressDigest(email), exp: secondsOf(now) + linkSeconds };
    const signed = Array.from(new Set(matchIds), async (matchId) => {
      const token = await matchToken.sign({ ...reader, matchId }, keys);
      return [matchId, to('match-page', { token, lang })] as const;
    });
    const pages = new Map(await Promise.all(signed));
    const matches = to('match-pages', { ...(demand && { demand }), lang });
    return {
      match: (id) => pages.get(id) ?? matches,
      matches,
      preferences: to('mail-preferences', { token: await preferencesToken.sign(reader, keys), lang }),
      unsubscribe: to('unsubscribe', { token: await unsubscribeToken.sign({ ...reader, ends }, keys), lang }),
    };
  };
};

/** The header fields by which a mail reader ends these mails with one press (RFC 2369, RFC 8058). */
export const unsubscribeHeaders = ({ unsubscribe }: Pick<MailLinks, 'unsubscribe'>) =>
  ({
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }) as const;
