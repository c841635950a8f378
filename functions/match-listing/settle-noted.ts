import type { Match } from '../../domain/match/match.ts';
import { changesToRecord } from '../../domain/match/record.ts';
import { otherOf } from '../../domain/match/unsettled.ts';
import { whole } from '../../domain/matching/parts.ts';
import { isNear } from '../../domain/matching/remedies.ts';
import type { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import { judgeCandidates } from '../_matching/judge-candidates.ts';
import { shortlisting } from '../_matching/shortlisting.ts';
import { matchIdWith } from '../_runtime/ids.ts';
import { chaining } from './chain.ts';
import { type Done, type MatcherDeps, nothingDone } from './tried.ts';

/**
 * Looks again at those whom a part was going to write, where its listing has a newer version whose own request does all the
 * rest: what was written late by the older one would be in nobody's reach. Near pairs are left to that request, too.
 */
export const settlingNoted = (deps: MatcherDeps) => {
  const shortlisted = shortlisting(deps);
  const judgeAgainst = judgeCandidates(deps);
  const chain = chaining(deps);

  return async (request: MatchRequestedV1): Promise<Done> => {
    const { listingId, part = whole } = request.data;
    const noted = [...(await chain.noted(request))];
    if (noted.length === 0) return nothingDone;
    const known = await deps.matches.recordsOfPairs(deps.judge, noted.map(matchIdWith(listingId)));
    const listing = await deps.listings.get(deps.judge, listingId);
    const now = deps.clock();
    if (listing?.status !== 'listed') return chain.write(request, changesToRecord(known, [], now), known);
    const { candidates } = await shortlisted(listing, now, { part });
    const judged = await judgeAgainst(
      listing,
      noted.filter((other) => candidates.has(other)),
      now,
    );
    const versions = new Map(judged.map(({ matchId, offer, demand }) => [matchId, [offer.version, demand.version]]));
    const isCurrent = ({ id, offerVersion, demandVersion }: Match): boolean =>
      versions.get(id)?.[0] === offerVersion && versions.get(id)?.[1] === demandVersion;
    const near = new Set(judged.filter(({ verdict }) => isNear(verdict)).map(({ matchId }) => matchId));
    const isLeft = (match: Match): boolean =>
      match.status === 'open' && match.outcome !== 'matched' && near.has(match.id) && isCurrent(match);
    const left = new Set(known.filter(isLeft).map((match) => otherOf(match, listingId)));
    const settled = known.filter((match) => !left.has(otherOf(match, listingId)));
    const pairs = judged.filter(({ offer, demand }) => !left.has(offer.id) && !left.has(demand.id));
    return chain.write(request, changesToRecord(settled, pairs, now), settled);
  };
};
