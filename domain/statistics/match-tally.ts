import * as z from 'zod';
import { DemandId, OfferId, OrganizationId } from '../ids.ts';
import type { Match } from '../match/match.ts';
import { dayIn, type Instant } from '../time.ts';
import type { CountedAs } from './counted-as.ts';
import { addAll, addTo, noteFirst, noteFirsts } from './counts.ts';
import { countDuration } from './durations.ts';

const Best = z.strictObject({ offerId: OfferId, score: z.int() });

/** What was counted of some of a zone's matches. */
export const MatchTally = z.strictObject({
  open: z.int(),
  /** Those that a person must decide. */
  undecided: z.int(),
  /** How many both sides could see first on a day, open still or not. */
  found: z.map(z.string(), z.int()),
  /** Of each demand that has an open match, the best offer. */
  best: z.map(DemandId, Best),
  /** When an organization had its first match. */
  firsts: z.map(OrganizationId, z.string()),
  /** From the later posting to the finding, of those found lately. */
  waits: z.map(z.string(), z.int()),
});
export type MatchTally = z.infer<typeof MatchTally>;

/** What counting knows of a match: `isShown` and `isUndecided` as domain/match/review.ts says of the record as it is. */
export type CountedMatch = Pick<
  Match,
  'offerId' | 'demandId' | 'supplierId' | 'buyerId' | 'outcome' | 'score' | 'foundAt' | 'postedAt'
> & {
  readonly isShown: boolean;
  readonly isUndecided: boolean;
  readonly shownSince: Instant | undefined;
};

/** How many days count as lately. */
export const waitDays = 30;
const waitMs = waitDays * 86_400_000;

/** Nothing counted yet. */
export const noMatches = (): MatchTally => ({
  open: 0,
  undecided: 0,
  found: new Map(),
  best: new Map(),
  firsts: new Map(),
  waits: new Map(),
});

/** Of equal scores the smaller id, so that the order in which matches are read says nothing. */
function noteBest(best: MatchTally['best'], demandId: DemandId, one: z.infer<typeof Best>): void {
  const known = best.get(demandId);
  const isBetter = !known || one.score > known.score || (one.score === known.score && one.offerId < known.offerId);
  if (isBetter) best.set(demandId, one);
}

/** Counts how long it took from the later of both postings until the match was found, where no person had to decide. */
function countWait(tally: MatchTally, { outcome, postedAt, foundAt }: CountedMatch, now: Instant): void {
  if (outcome !== 'matched' || postedAt === undefined || Date.parse(foundAt) < Date.parse(now) - waitMs) return;
  countDuration(tally.waits, (Date.parse(foundAt) - Date.parse(postedAt)) / 1000);
}

/** Counts a match; what both sides could never see is nothing but a question to the operator. */
export function countMatch(tally: MatchTally, match: CountedMatch, { now, timeZone, leftOut }: CountedAs): void {
  const { offerId, demandId, supplierId, buyerId, score, shownSince } = match;
  if (leftOut.has(supplierId) || leftOut.has(buyerId)) return;
  if (match.isUndecided) tally.undecided += 1;
  if (match.isShown) {
    tally.open += 1;
    noteBest(tally.best, demandId, { offerId, score });
  }
  if (shownSince === undefined) return;
  addTo(tally.found, dayIn(timeZone, shownSince));
  for (const side of [supplierId, buyerId]) noteFirst(tally.firsts, side, shownSince);
  countWait(tally, match, now);
}

/** Adds what was counted of other matches. */
export function addMatches(tally: MatchTally, other: MatchTally): void {
  tally.open += other.open;
  tally.undecided += other.undecided;
  addAll(tally.found, other.found);
  for (const [demandId, one] of other.best) noteBest(tally.best, demandId, one);
  noteFirsts(tally.firsts, other.firsts);
  addAll(tally.waits, other.waits);
}
