import type { Demand } from '../demand/demand.ts';
import type { MatchId } from '../ids.ts';
import type { Verdict } from '../matching/judgement.ts';
import type { Offer } from '../offer/offer.ts';
import type { Instant } from '../time.ts';
import type { Match } from './match.ts';

/** A pair with what was judged of it. */
export type JudgedPair = {
  readonly matchId: MatchId;
  readonly offer: Offer;
  readonly demand: Demand;
  readonly verdict: Verdict;
};

/** The part of a match that judging decides. Two records alike in it say the same to every reader. */
const said = ({ offerVersion, demandVersion, outcome, status, score, criteria, rulebook }: Match): string =>
  JSON.stringify([offerVersion, demandVersion, outcome, status, score, criteria, rulebook]);

function matchOf({ matchId, offer, demand, verdict }: JudgedPair, before: Match | undefined, now: Instant): Match[] {
  if (verdict.outcome === 'not-matched') return [];
  const versions = { offerVersion: offer.version, demandVersion: demand.version };
  const shown = verdict.outcome === 'matched' ? { since: before?.shown?.since ?? now, ...versions } : before?.shown;
  const match: Match = {
    id: matchId,
    offerId: offer.id,
    demandId: demand.id,
    ...versions,
    supplierId: offer.organizationId,
    buyerId: demand.organizationId,
    outcome: verdict.outcome,
    status: 'open',
    score: verdict.score,
    criteria: [...verdict.criteria],
    rulebook: verdict.rulebook,
    ...(shown && { shown }),
    foundAt: before?.foundAt ?? now,
    updatedAt: now,
  };
  return before && said(before) === said(match) ? [] : [match];
}

/**
 * What must be written so that the record says what was just judged of one listing: new and changed matches, and the end
 * of those `open` ones that the judged pairs no longer bear out. What the record says already is not written again.
 */
export function changesToRecord(open: readonly Match[], pairs: readonly JudgedPair[], now: Instant): readonly Match[] {
  const known = new Map(open.map((match) => [match.id, match]));
  const held = new Set(pairs.filter(({ verdict }) => verdict.outcome !== 'not-matched').map((pair) => pair.matchId));
  const judged = new Map(pairs.map((pair) => [pair.matchId, pair]));
  const ended = open
    .filter((match) => !held.has(match.id))
    .map((match): Match => {
      const pair = judged.get(match.id);
      const versions = pair && { offerVersion: pair.offer.version, demandVersion: pair.demand.version };
      return { ...match, ...versions, status: 'ended', updatedAt: now };
    });
  return [...pairs.flatMap((pair) => matchOf(pair, known.get(pair.matchId), now)), ...ended];
}
