import type { Outcome } from '../../domain/matching/judgement.ts';
import { sentence } from '../../domain/matching/reasons.ts';
import { type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { deliveryModeName, domainName, levelName, listOf } from '../../domain/vocabulary/names.ts';
import { criterionNames } from './criterion-names.ts';
import { matchLink } from './mail-links.ts';
import type { FoundMatch } from './match-mail-input.ts';
import { type Obligation, obligationsOf } from './obligations.ts';
import { singleLine } from './single-line.ts';

type CriterionView = { readonly outcome: Outcome; readonly name: string; readonly sentence: string };

/** A match in the reader's words, the same for the HTML part and the text part. */
export type MatchView = {
  readonly title: string;
  readonly score: number;
  readonly domain: string;
  readonly level: string;
  readonly delivery: string;
  readonly scored: readonly (CriterionView & { readonly score: number })[];
  readonly unscored: readonly CriterionView[];
  readonly obligations: readonly Obligation[];
  readonly link: string;
};

/** Puts a match into the reader's words. */
export function viewOf(match: FoundMatch, locale: Locale, publicBaseUrl: string): MatchView {
  const { offer } = match;
  const criteria = match.criteria.map(({ criterion, outcome, score, reason }) => ({
    outcome,
    score,
    name: nameIn(locale, criterionNames[criterion]),
    sentence: singleLine(sentence(reason, locale)),
  }));
  return {
    title: singleLine(offer.title),
    score: match.score,
    domain: nameIn(locale, domainName(offer.domain)),
    level: nameIn(locale, levelName(offer.securityLevel)),
    delivery: nameIn(locale, listOf(offer.deliveryModes.map(deliveryModeName))),
    scored: criteria.flatMap(({ score, ...rest }) => (score === null ? [] : [{ ...rest, score }])),
    unscored: criteria.flatMap(({ score, ...rest }) => (score === null ? [rest] : [])),
    obligations: obligationsOf(offer, locale),
    link: matchLink(publicBaseUrl, match.matchId),
  };
}
