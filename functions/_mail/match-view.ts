import type { Outcome } from '../../domain/matching/judgement.ts';
import { sentence } from '../../domain/matching/reasons.ts';
import { type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { deliveryModeName, domainName, levelName, listOf } from '../../domain/vocabulary/names.ts';
import { criterionNames } from './criterion-names.ts';
import { matchLink } from './mail-links.ts';
import type { FoundMatch } from './match-mail-input.ts';
import { type Obligation, obligationsOf } from './obligations.ts';
import { phrases } from './phrases.ts';
import { singleLine, typedLine } from './single-line.ts';

type CriterionView = {
  readonly outcome: Outcome;
  /** What stands before it, by its outcome. */
  readonly mark: string;
  readonly name: string;
  readonly sentence: string;
};

/** A match in the reader's words, the same for the HTML part and the text part. */
export type MatchView = {
  readonly title: string;
  /** That a person has cleared it; undefined where nobody had to. */
  readonly cleared: string | undefined;
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
  const { offer, isCleared } = match;
  const words = phrases[locale];
  const marks = isCleared ? { ...words.marks, review: words.clearedMark } : words.marks;
  const criteria = match.criteria.map(({ criterion, outcome, score, reason }) => ({
    outcome,
    mark: marks[outcome],
    score,
    name: nameIn(locale, criterionNames[criterion]),
    sentence: singleLine(sentence(reason, locale)),
  }));
  return {
    title: typedLine(offer.title),
    cleared: isCleared ? words.cleared : undefined,
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
