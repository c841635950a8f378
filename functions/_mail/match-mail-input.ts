import type { DemandId, MatchId } from '../../domain/ids.ts';
import type { JudgedCriterion } from '../../domain/matching/judgement.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import type { Instant } from '../../domain/time.ts';
import type { Bilingual, Locale } from '../../domain/vocabulary/bilingual.ts';

/**
 * All that a mail may say of an offer. The supplier has no place here: before both sides have answered, a buyer learns
 * title, domain, level and reasons, and nothing of who offers it.
 */
export type OfferShown = Readonly<
  Pick<Offer, 'title' | 'domain' | 'securityClass' | 'securityLevel' | 'deliveryModes' | 'recipientTags'>
>;

/** A match that the buyer is told of. `offer.deliveryModes` are best those that the demand accepts too. */
export type FoundMatch = {
  readonly matchId: MatchId;
  readonly score: number;
  readonly offer: OfferShown;
  readonly criteria: readonly JudgedCriterion[];
  readonly foundAt: Instant;
  /** Whether it needed a person, who has cleared it. */
  readonly isCleared: boolean;
};

/** A match that the buyer was told of and that is open no longer, by the title that it was told. */
export type EndedMatch = { readonly matchId: MatchId; readonly title: string };

/** What a mail about a demand's matches is made from; `matches` are given best first and are not reordered. */
export type MatchMailInput = {
  readonly locale: Locale;
  readonly zone: { readonly name: Bilingual };
  readonly demand: { readonly id: DemandId; readonly title: string };
  readonly matches: readonly FoundMatch[];
  readonly ended: readonly EndedMatch[];
  readonly publicBaseUrl: string;
  /** Where the reader can stop these mails. */
  readonly unsubscribe?: string | undefined;
};
