import type { ListingId } from '../../domain/ids.ts';
import { isDemand, type Listing } from '../../domain/listing/listing.ts';
import type { Match } from '../../domain/match/match.ts';
import { bestNear, mostSearched, withRemedies } from '../../domain/match/near.ts';
import { changesToRecord, type JudgedPair } from '../../domain/match/record.ts';
import { otherOf } from '../../domain/match/unsettled.ts';
import { shareOf, whole } from '../../domain/matching/parts.ts';
import type { Instant } from '../../domain/time.ts';
import type { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import { type JudgedCandidate, judgeCandidates } from '../_matching/judge-candidates.ts';
import { judgeInOrder } from '../_matching/judge-in-order.ts';
import { shortlisting } from '../_matching/shortlisting.ts';
import { matchIdWith } from '../_runtime/ids.ts';
import { chaining } from './chain.ts';
import type { MatcherDeps, Tried } from './tried.ts';
import { writingRecords } from './write-records.ts';

type Read = {
  readonly now: Instant;
  /** Everything on record of the listing; undefined where that is more than one run takes care of, or is not asked for. */
  readonly onRecord: readonly Match[] | undefined;
};

/**
 * Judges the pairs of a listing that are worth reading, best first, behind the mark of its part, and makes the record say so.
 * Where that is all of them and all records are known, those that no pair bears out end, as they do where every pair is judged.
 */
export const judgingPairs = (deps: MatcherDeps) => {
  const shortlisted = shortlisting(deps);
  const judgeAgainst = judgeCandidates(deps);
  const write = writingRecords(deps);
  const chain = chaining(deps);

  return async (listing: Listing, request: MatchRequestedV1, { now, onRecord }: Read): Promise<Tried> => {
    const { part = whole, onward } = request.data;
    const mostNear = Math.ceil(mostSearched * shareOf(part));
    const otherIn = ({ offer, demand }: JudgedPair): ListingId => (isDemand(listing) ? offer.id : demand.id);
    const { candidates, ...shortlist } = await shortlisted(listing, now, { part });
    const known = [...(onRecord ?? [])];
    const asked = new Set<ListingId>();

    async function judge(ids: readonly ListingId[]): Promise<readonly JudgedCandidate[]> {
      for (const id of ids) asked.add(id);
      if (ids.length === 0) return [];
      const there = ids.filter((id) => candidates.has(id));
      if (onRecord) return judgeAgainst(listing, there, now);
      // The record is read first, also before the listing itself: a write is refused where somebody has written since.
      known.push(...(await deps.matches.recordsOfPairs(deps.judge, ids.map(matchIdWith(listing.id)))));
      const own = await deps.listings.get(deps.judge, listing.id);
      return own ? judgeAgainst(own, there, now) : [];
    }

    // What is on record as open is judged whatever the shortlist says: it ends by the criteria that it was found by.
    const first = known.filter(({ status }) => status === 'open').map((match) => otherOf(match, listing.id));
    const work = {
      shortlist,
      mark: onward && onward.behind.list !== 'records' ? onward.behind : undefined,
      first: [...first, ...(onward?.near ?? [])],
      room: deps.pairsAtOnce,
      mostNear,
    };
    const inOrder = await judgeInOrder(work, { judge, matchIdWith: matchIdWith(listing.id) });
    const { taken, mark } = inOrder;
    const { version } = listing;
    if (onRecord && !mark) {
      const { judged } = inOrder;
      const done = await write(changesToRecord(known, withRemedies(judged, mostNear), now), known);
      return { ...done, version, pairsJudged: judged.length };
    }
    const noted = [...(await chain.noted(request))].filter((id) => !asked.has(id));
    const judged = [...inOrder.judged, ...(await judge(noted))];
    const near = bestNear(judged, mostNear).map(otherIn);
    // Which of the near pairs are the best is known once all were judged. Until then they stay as they are.
    const left = new Set(mark ? near : []);
    // The index was read before the record here: who came since is missing from it, and somebody else has judged that pair. Who
    // is really gone is found by the parts of records, which read the record first.
    const isSettled = (other: ListingId): boolean => asked.has(other) && candidates.has(other) && !left.has(other);
    const settled = known.filter((match) => isSettled(otherOf(match, listing.id)));
    const pairs = (mark ? judged : withRemedies(judged, mostNear)).filter((pair) => isSettled(otherIn(pair)));
    const done = await chain.write(request, changesToRecord(settled, pairs, now), settled);
    return { ...done, version, pairsJudged: taken, rest: { behind: mark ?? { list: 'records' }, near } };
  };
};
