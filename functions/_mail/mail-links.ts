import type { MatchId } from '../../domain/ids.ts';

/** Where the links of one mail lead, each for its one reader. */
export type MailLinks = {
  /** A match, as the mail shows it. */
  readonly match: (id: MatchId) => string;
  /** All matches of the demand that the mail is about. */
  readonly matches: string;
  /** Which mails the reader wants. */
  readonly preferences: string;
  /** Ends these mails at once (RFC 8058). */
  readonly unsubscribe: string;
};

const under = (publicBaseUrl: string, path: string): string => publicBaseUrl.replace(/\/+$/, '') + path;

/** Where somebody who was invited says yes or no. In the query, as logs of gateways have paths and seldom queries. */
export function confirmationLink(publicBaseUrl: string, token: string): string {
  return under(publicBaseUrl, `/v1/contact-confirmation?token=${token}`);
}
