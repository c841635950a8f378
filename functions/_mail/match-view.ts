import type { JudgedCriterion } from '../../domain/matching/judgement.ts';
import { sentence } from '../../domain/matching/reasons.ts';
import { type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { deliveryModeName, domainName, levelName, listOf } from '../../domain/vocabulary/names.ts';
import { criterionNames } from './criterion-names.ts';
import type { MailLinks } from './mail-links.ts';
import type { FoundMatch } from './match-mail-input.ts';
import { present, presentNumber } from './missing-mail-value.ts';
import { type Obligation, obligationsOf } from './obligations.ts';
import { type Phrases, phrases, symbols } from './phrases.ts';
import { singleLine, typedLine } from './single-line.ts';

type CriterionView = {
  /** What stands before it at a glance, where it did not simply pass. */
  readonly symbol: string | undefined;
  /** What stands before it in full, by its outcome. */
  readonly mark: string;
  readonly name: string;
  readonly sentence: string;
};
type ScoredView = CriterionView & { readonly score: number };

/** A match in the reader's words, the same for the HTML part and the text part. */
export type MatchView = {
  readonly title: string;
  /** Why it fits in a line or two: what fits fully, and what in part. */
  readonly summary: readonly string[];
  /** That a person has cleared it; undefined where nobody had to. */
  readonly cleared: string | undefined;
  readonly score: number;
  readonly domain: string;
  readonly level: string;
  readonly delivery: string;
  readonly scored: readonly ScoredView[];
  readonly unscored: readonly CriterionView[];
  readonly obligations: readonly Obligation[];
  readonly link: string;
};

const fullScore = 100;

function summaryOf(scored: readonly ScoredView[], words: Phrases): readonly string[] {
  const passed = scored.filter(({ symbol }) => symbol === undefined);
  const fully = passed.filter(({ score }) => score === fullScore).map(({ name }) => name);
  const partly = passed.filter(({ score }) => score < fullScore).map(({ name, score }) => `${name} ${score}`);
  return [
    ...(fully.length > 0 ? [words.fitsFully(fully.join(words.comma))] : []),
    ...(partly.length > 0 ? [words.fitsPartly(partly.join(words.comma))] : []),
  ];
}

const criterionView = ({ criterion, outcome, reason }: JudgedCriterion, locale: Locale, isCleared: boolean) => {
  const words = phrases[locale];
  const marks = isCleared ? { ...words.marks, review: words.clearedMark } : words.marks;
  return {
    symbol: outcome === 'pass' ? undefined : symbols[outcome],
    mark: marks[outcome],
    name: nameIn(locale, criterionNames[criterion]),
    sentence: singleLine(present('criteria.reason', sentence(reason, locale))),
  };
};

/** Puts a match into the reader's words. Throws MissingMailValue where something of it is not there. */
export function viewOf(match: FoundMatch, locale: Locale, links: Pick<MailLinks, 'match'>): MatchView {
  const { offer, isCleared } = match;
  const words = phrases[locale];
  const criteria = match.criteria.map((one) => ({ ...criterionView(one, locale, isCleared), score: one.score }));
  const scored = criteria.flatMap(({ score, ...rest }) => (score === null ? [] : [{ ...rest, score }]));
  return {
    title: typedLine(present('offer.title', offer.title)),
    summary: summaryOf(scored, words),
    cleared: isCleared ? words.cleared : undefined,
    score: presentNumber('match.score', match.score),
    domain: nameIn(locale, domainName(offer.domain)),
    level: nameIn(locale, levelName(offer.securityLevel)),
    delivery: present('offer.deliveryModes', nameIn(locale, listOf(offer.deliveryModes.map(deliveryModeName)))),
    scored,
    unscored: criteria.flatMap(({ score, ...rest }) => (score === null ? [rest] : [])),
    obligations: obligationsOf(match, locale),
    link: present('links.match', links.match(match.matchId)),
  };
}
