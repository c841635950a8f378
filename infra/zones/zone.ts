import type { TokenNames } from '../../domain/access/token-names.ts';
import type { DomainPartitions } from '../../domain/matching/domain-partitions.ts';
import type { WeightsEditions } from '../../domain/matching/weights.ts';
import type { Bilingual, Locale } from '../../domain/vocabulary/bilingual.ts';
import type { NegativeListId } from './negative-lists.ts';
import type { RegionId } from './regions.ts';
import type { ZoneMail } from './zone-mail.ts';
import type { ZonePlace } from './zone-place.ts';
import type { Alarms, Canary, Retention } from './zone-watch.ts';

/** How much at once. Reaching a limit loses nothing: what is above waits, or is refused or held back with a sentence (docs/promises.md). */
export type Limits = {
  /** Pairs that one run of the matcher takes care of; a listing with more is judged in parts. */
  readonly pairsAtOnce: number;
  /** Listings that are judged at once in a minute, of one organization and of one domain; more wait behind the others'. */
  readonly promptListingsAMinute: { readonly organization: number; readonly domain: number };
  /** Runs of the matcher at a time: on what somebody just did, on what waits behind it, and on everything judged anew. At least 2 each. */
  readonly matcherRuns: { readonly prompt: number; readonly overflow: number; readonly sweeps: number };
  /** Requests a second that the whole API takes, and the burst above it; beyond that the gateway answers 429. */
  readonly requestsASecond: { readonly rate: number; readonly burst: number };
  /** Requests a minute with which one organization posts, revises, previews or says of itself; beyond that it is answered 429. */
  readonly writesAMinute: number;
  /** Listings that one organization may have open (neither withdrawn nor expired). */
  readonly listingsAnOrganization: number;
  /** Mails that leave the zone in a minute, at least 140. */
  readonly mailsAMinute: number;
  /** Mails that one contact gets in a day as matches are found; what is found later comes with the daily mail. */
  readonly instantMailsADay: number;
  /** Mails of demands that one contact gets with a day's mail; the other demands wait for the next day's. */
  readonly dailyMailsADay: number;
  /** Invitations to become a contact in a day: of one organization, and to one mailbox from all of them. More are held back. */
  readonly invitationsADay: { readonly organization: number; readonly address: number };
};

/** How what is found becomes mails. */
export type Rhythm = {
  /** How long what is found for a demand is collected before its buyer is mailed, 0..900 seconds. */
  readonly collectSeconds: number;
  /** How many matches one mail shows, 1..50; it counts the others. */
  readonly matchesAMail: number;
};

/** What differs by zone. One typed record a zone; nothing else in infra/ knows one zone from another. */
export type Zone = ZonePlace & {
  /** As in the table of zones; also the name of the stack, `zonematch-<id>`. */
  readonly id: string;
  readonly name: Bilingual;
  /** Where it runs; what follows from it stands in regions.ts. */
  readonly region: RegionId;
  /** The language of answers and pages for whoever asks for none that there is. Mails are in the language of their contact. */
  readonly locale: Locale;
  /** IANA time zone in which days are counted and daily mail goes out. */
  readonly timeZone: string;
  /**
   * The OIDC issuer whose access tokens the API takes, the audience that they must name, and how the issuer names their
   * claims and scopes. A Cognito user pool, where the region has one, has scopes such as `zonematch/member`.
   */
  readonly identity: {
    readonly issuer: string;
    readonly audience: string;
    readonly names: TokenNames;
    /** As what the zone's pages sign people in there: a public client, which has PKCE in place of a secret, and `…/v1/sign-in/return` to come back to. */
    readonly web: { readonly clientId: string };
  };
  readonly mail: ZoneMail;
  /** Which pages may call the API from a browser: their origins, as `https://portal.example.cn`. The zone's own docs need none. */
  readonly web: { readonly origins: readonly string[] };
  /** How much each criterion counts, by edition; the newest that is in effect on a day is applied. */
  readonly weights: WeightsEditions;
  readonly limits: Limits;
  /** Into how many partitions each domain of the index for matching is spread; how to change it, adr/0007-index-for-matching.md says. */
  readonly domainPartitions: DomainPartitions;
  readonly rhythm: Rhythm;
  readonly alarms: Alarms;
  readonly canary: Canary;
  readonly retention: Retention;
  /** Whether figures of the zone are shown to everybody, too: coarse, and never of a single party. */
  readonly statistics: { readonly publicPage: boolean };
  /** The negative lists of free-trade zones that the zone applies (CAC Order 16 of 2024, Art 6); none unless its places have one. */
  readonly negativeLists: readonly NegativeListId[];
};

/** Whether data that no negative list names may leave by that way alone. */
export const usesNegativeLists = ({ negativeLists }: Zone): boolean => negativeLists.length > 0;
