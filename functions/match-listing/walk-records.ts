import type { ListingId } from '../../domain/ids.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import type { Match } from '../../domain/match/match.ts';
import { changesToRecord } from '../../domain/match/record.ts';
import { otherOf, unsettled } from '../../domain/match/unsettled.ts';
import { whole } from '../../domain/matching/parts.ts';
import type { Instant } from '../../domain/time.ts';
import type { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import type { ItemPage } from '../_adapters/dynamo/table/query.ts';
import { judgeCandidates } from '../_matching/judge-candidates.ts';
import { shortlisting } from '../_matching/shortlisting.ts';
import { matchIdWith } from '../_runtime/ids.ts';
import { chaining } from './chain.ts';
import { type Done, type MatcherDeps, refreshed, type Tried } from './tried.ts';

/** Behind which of the other side's listings, and which near pairs are the best. */
export type Walk = { readonly behind?: ListingId | undefined; readonly near: readonly ListingId[] };

/** Records of a listing, in the order of the other side's ids, and those of whom the part was going to write, as they are now. */
export type Stretch = { readonly page: ItemPage<Match>; readonly noted: readonly Match[] };

/**
 * Goes through what is on record of a listing, once its pairs were judged or it has none, and judges again what they do not
 * account for: mostly, that ends it.
 */
export const walkingRecords = (deps: MatcherDeps) => {
  const shortlisted = shortlisting(deps);
  const judgeAgainst = judgeCandidates(deps);
  const chain = chaining(deps);

  /** Judges again what is in doubt, and whom the part was going to write. */
  async function judgeAgain(
    listing: Listing,
    { open, noted }: { readonly open: readonly Match[]; readonly noted: readonly Match[] },
    request: MatchRequestedV1,
    { now, near }: { readonly now: Instant; readonly near: readonly ListingId[] },
  ): Promise<Done> {
    const { candidates, open: mayMatch } = await shortlisted(listing, now, { part: request.data.part ?? whole });
    const judged = { candidates, near: new Set(near), open: new Set(mayMatch.map(({ id }) => id)) };
    const again = refreshed(unsettled(open, listing, judged), noted);
    const others = again.map((match) => otherOf(match, listing.id)).filter((other) => candidates.has(other));
    return chain.write(request, changesToRecord(again, await judgeAgainst(listing, others, now), now), again);
  }

  return {
    /** Read before what it is judged by. */
    async read(request: MatchRequestedV1, { behind }: Walk): Promise<Stretch> {
      const { listingId, part = whole } = request.data;
      const page = await deps.matches.recordsIn(deps.judge, listingId, { part, behind, most: deps.pairsAtOnce });
      const noted = [...(await chain.noted(request))].map(matchIdWith(listingId));
      return { page, noted: await deps.matches.recordsOfPairs(deps.judge, noted) };
    },

    async look(
      listing: Listing | undefined,
      request: MatchRequestedV1,
      { near }: Walk,
      { page, noted }: Stretch,
    ): Promise<Tried> {
      const { listingId, version } = request.data;
      const now = deps.clock();
      const open = refreshed(page.items, noted).filter(({ status }) => status === 'open');
      const done =
        listing?.status === 'listed'
          ? await judgeAgain(listing, { open, noted }, request, { now, near })
          : await chain.write(request, changesToRecord(open, [], now), open);
      const rest = page.last && { behind: { list: 'records' as const, id: otherOf(page.last, listingId) }, near };
      return { ...done, version: listing?.version ?? version, pairsJudged: 0, rest };
    },
  };
};
