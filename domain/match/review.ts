import { canonical } from '../canonical.ts';
import type { JudgedCriterion } from '../matching/judgement.ts';
import type { Instant } from '../time.ts';
import type { Match, Review } from './match.ts';

/** More decisions on one match than these are not kept: the oldest go. */
const mostKept = 50;

/** What a person is asked about: each criterion that says review, with its reason and what it rests on. */
const askedAbout = (criteria: readonly JudgedCriterion[]): string =>
  canonical(
    criteria
      .filter(({ outcome }) => outcome === 'review')
      .map(({ criterion, reason, rules, missing, choices }) => [criterion, reason, rules, missing, choices]),
  );

type Reviewed = Pick<Match, 'outcome' | 'offerVersion' | 'demandVersion' | 'criteria' | 'reviews'>;

/**
 * The decision that holds for a match as it is: the latest, made on these very versions of both listings and on the same
 * questions. Whatever is changed afterwards has the operator asked anew, since nobody has looked at that.
 */
export function standingDecision(match: Reviewed): Review | undefined {
  const last = match.reviews.at(-1);
  if (!last || match.outcome !== 'needs-review') return undefined;
  const isSame =
    last.offerVersion === match.offerVersion &&
    last.demandVersion === match.demandVersion &&
    last.about === askedAbout(match.criteria);
  return isSame ? last : undefined;
}

const isCleared = (match: Reviewed): boolean => standingDecision(match)?.decision === 'clear';

/** Whether both sides see a match now: all gates passed, or a person has cleared it. */
export const isShown = (match: Match): boolean =>
  match.status === 'open' && (match.outcome === 'matched' || isCleared(match));

/** Whether both sides may read a match: while it is shown, and after its end where it was shown until then. */
export const isReadable = (match: Match): boolean => isShown(match) || (match.status === 'ended' && match.wasShown);

/** Whether a match waits for the operator. */
export const isUndecided = (match: Match): boolean =>
  match.status === 'open' && match.outcome === 'needs-review' && standingDecision(match) === undefined;

/** Matches that wait for the operator, and those on which it has decided. */
export type ReviewState = 'open' | Review['decision'];

/** In which of the operator's lists a match stands; undefined where it needs no person, or has ended. */
export function reviewState(match: Match): ReviewState | undefined {
  if (isUndecided(match)) return 'open';
  return match.status === 'open' ? standingDecision(match)?.decision : undefined;
}

/** Notes in which versions both sides saw a match last, and since when they could; unchanged while they see it not. */
export function withShown(match: Match): Match {
  if (!isShown(match)) return match;
  const { offerVersion, demandVersion } = match;
  const since = match.shown?.since ?? match.updatedAt;
  return { ...match, shown: { since, offerVersion, demandVersion } };
}

/** What an operator decides, and who it was. */
export type Decision = Pick<Review, 'decision' | 'note' | 'decidedBy'>;

/** The match with a decision on it as it stands now. Undefined where there is nothing to decide: it has ended, or needs no review. */
export function decide(match: Match, decision: Decision, now: Instant): Match | undefined {
  if (match.status !== 'open' || match.outcome !== 'needs-review') return undefined;
  const { offerVersion, demandVersion, criteria } = match;
  const review = { ...decision, decidedAt: now, offerVersion, demandVersion, about: askedAbout(criteria) };
  return withShown({ ...match, reviews: [...match.reviews, review].slice(-mostKept), updatedAt: now });
}

/** A decision as it is told: what it was about stands in the criteria, in words. */
export const toldReview = ({ about: _, ...review }: Review): Omit<Review, 'about'> => review;
