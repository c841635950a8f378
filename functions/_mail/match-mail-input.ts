import type { DemandId, MatchId } from '../../domain/ids.ts';
import type { JudgedCriterion } from '../../domain/matching/judgement.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import type { Instant } from '../../domain/time.ts';
import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import type { Jurisdiction } from '../../domain/vocabulary/jurisdictions.ts';
import type { MailLinks } from './mail-links.ts';

/**
 * All that a mail may say of an offer. The supplier has no place here: before both sides have answered, a buyer learns
 * title, domain, level and reasons, and nothing of who offers it.
 */
export type OfferShown = Readonly<
  Pick<Offer, 'title' | 'domain' | 'securityClass' | 'securityLevel' | 'deliveryModes' | 'recipientTags'>
> & {
  /** What the data carries, in date, with all that this implies: it decides what is left to arrange, and is not listed. */
  readonly carriedTags: readonly string[];
  readonly jurisdiction: Jurisdiction;
};

/** A match that the buyer is told of. `offer.deliveryModes` are best those that the demand accepts too. */
export type FoundMatch = {
  readonly matchId: MatchId;
  readonly score: number;
  readonly offer: OfferShown;
  /** Where the demand says that the data will be used. */
  readonly usedIn: Jurisdiction;
  readonly criteria: readonly JudgedCriterion[];
  readonly foundAt: Instant;
  /** Whether it needed a person, who has cleared it. */
  readonly isCleared: boolean;
};

/** A match that the buyer was told of and that is open no longer, by the title that it was told. */
export type EndedMatch = { readonly matchId: MatchId; readonly title: string };

/** What a mail about a demand's matches is made from; `matches` are given best first and are not reordered. */
export type MatchMailInput = {
  /** A language of the service; for any other see mailLocale. */
  readonly locale: string;
  readonly zone: { readonly name: Bilingual };
  readonly demand: { readonly id: DemandId; readonly title: string };
  readonly matches: readonly FoundMatch[];
  readonly ended: readonly EndedMatch[];
  /** How many matches stand in one mail at the most, as the zone sets it; of the rest it has the number. */
  readonly mostShown: number;
  /** Whether so much fits the demand that its buyer should narrow it. */
  readonly isBroad: boolean;
  readonly links: MailLinks;
};
