import { canonical } from '../canonical.ts';
import type { Demand } from '../demand/demand.ts';
import type { MatchId } from '../ids.ts';
import type { Verdict } from '../matching/judgement.ts';
import type { Change } from '../matching/remedies.ts';
import type { Offer } from '../offer/offer.ts';
import { type Instant, laterOf } from '../time.ts';
import type { Match } from './match.ts';
import { isShown, withShown } from './review.ts';

/** A pair with what was judged of it, and what would mend it where that is known. */
export type JudgedPair = {
  readonly matchId: MatchId;
  readonly offer: Offer;
  readonly demand: Demand;
  readonly verdict: Verdict;
  readonly remedy?: readonly Change[] | undefined;
};

/** The part of a match that judging decides. Two records alike in it say the same to every reader. */
const said = ({ offerVersion, demandVersion, outcome, status, score, criteria, remedy, rulebook }: Match): string =>
  canonical([offerVersion, demandVersion, outcome, status, score, criteria, remedy ?? [], rulebook]);

/** What a pair is on record as; undefined where it is nothing worth a record. */
function outcomeOf({ verdict, remedy }: JudgedPair): Match['outcome'] | undefined {
  if (verdict.outcome !== 'not-matched') return verdict.outcome;
  return remedy ? 'near' : undefined;
}

/** Whether a record tells of the same finding: it has not ended since, nor was it only near before. */
const wasFound = ({ status, outcome: before }: Match, outcome: Match['outcome']): boolean =>
  status === 'open' && (before !== 'near' || outcome === 'near');

function matchOf(pair: JudgedPair, before: Match | undefined, now: Instant): Match[] {
  const { matchId, offer, demand, verdict, remedy } = pair;
  const outcome = outcomeOf(pair);
  if (outcome === undefined) return [];
  const match: Match = {
    id: matchId,
    offerId: offer.id,
    demandId: demand.id,
    offerVersion: offer.version,
    demandVersion: demand.version,
    supplierId: offer.organizationId,
    buyerId: demand.organizationId,
    outcome,
    status: 'open',
    score: verdict.score,
    criteria: [...verdict.criteria],
    ...(remedy && { remedy: [...remedy] }),
    reviews: before?.reviews ?? [],
    ...(before?.shown && { shown: before.shown }),
    wasShown: false,
    rulebook: verdict.rulebook,
    ...(before && wasFound(before, outcome)
      ? { foundAt: before.foundAt, ...(before.postedAt && { postedAt: before.postedAt }) }
      : { foundAt: now, postedAt: laterOf(offer.updatedAt, demand.updatedAt) }),
    updatedAt: now,
  };
  return before && said(before) === said(match) ? [] : [withShown(match)];
}

/**
 * What must be written so that the record says what was just judged of one listing: new and changed matches, and the end
 * of those open ones that the judged pairs no longer bear out. `known` is all that is on record of the listing, ended or
 * not: decisions on a match and whether its sides ever saw it outlive its end. What the record says already is not
 * written again.
 */
export function changesToRecord(known: readonly Match[], pairs: readonly JudgedPair[], now: Instant): readonly Match[] {
  const before = new Map(known.map((match) => [match.id, match]));
  const judged = new Map(pairs.map((pair) => [pair.matchId, pair]));
  const isHeld = ({ id }: Match): boolean => {
    const pair = judged.get(id);
    return pair !== undefined && outcomeOf(pair) !== undefined;
  };
  const ended = known
    .filter((match) => match.status === 'open' && !isHeld(match))
    .map((match): Match => {
      const pair = judged.get(match.id);
      const versions = pair && { offerVersion: pair.offer.version, demandVersion: pair.demand.version };
      return { ...match, ...versions, status: 'ended', wasShown: isShown(match), updatedAt: now };
    });
  return [...pairs.flatMap((pair) => matchOf(pair, before.get(pair.matchId), now)), ...ended];
}
