import type { ListingId } from '../../domain/ids.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import type { Match } from '../../domain/match/match.ts';
import { changesToRecord } from '../../domain/match/record.ts';
import { otherOf, restingOnOlder, unsettled } from '../../domain/match/unsettled.ts';
import { whole } from '../../domain/matching/parts.ts';
import type { Instant } from '../../domain/time.ts';
import type { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import { judgeCandidates } from '../_matching/judge-candidates.ts';
import { shortlisting } from '../_matching/shortlisting.ts';
import { type Done, type MatcherDeps, type Rest, refreshed, type Tried } from './tried.ts';
import { writingRecords } from './write-records.ts';

/** How many records one run goes through for each pair that it judges at most: of nearly all it only looks at the versions. */
const recordsAPair = 4;

/** Behind which of the other side's listings, and which near pairs are the best; not known where nothing is said. */
export type Walk = { readonly behind?: ListingId | undefined; readonly near: Rest['near'] };

/** A stretch of the records of a listing, in the order of the other side's ids. */
export type Stretch = { readonly items: readonly Match[]; readonly last?: Match };

/**
 * Goes through what is on record of a listing, once its pairs were judged or it has none, and judges again what they do not
 * account for: mostly, that ends it. Whoever does not know what they were looks at what rests on an older version alone.
 */
export const walkingRecords = (deps: MatcherDeps) => {
  const shortlisted = shortlisting(deps);
  const judgeAgainst = judgeCandidates(deps);
  const write = writingRecords(deps);

  /** Judges again what is in doubt, and what this run has written. */
  async function judgeAgain(listing: Listing, open: readonly Match[], now: Instant, about: About): Promise<Done> {
    const { candidates, open: mayMatch } = await shortlisted(listing, now, about.part);
    const judged = about.near && { candidates, near: about.near, open: new Set(mayMatch.map(({ id }) => id)) };
    const doubtful = judged ? unsettled(open, listing, judged) : restingOnOlder(open, listing);
    const again = refreshed(doubtful, about.fresh);
    const others = again.map((match) => otherOf(match, listing.id)).filter((other) => candidates.has(other));
    return write(changesToRecord(again, await judgeAgainst(listing, others, now), now), again);
  }

  return {
    /** Read before what it is judged by. */
    read: ({ listingId, part = whole }: MatchRequestedV1['data'], { behind }: Walk): Promise<Stretch> =>
      deps.matches.recordsIn(deps.judge, listingId, { part, behind, most: recordsAPair * deps.pairsAtOnce }),

    async look(
      listing: Listing | undefined,
      { listingId, version, part = whole }: MatchRequestedV1['data'],
      { near }: Walk,
      { items, last }: Stretch,
      fresh: readonly Match[],
    ): Promise<Tried> {
      const now = deps.clock();
      const open = refreshed(items, fresh).filter(({ status }) => status === 'open');
      const done =
        listing?.status === 'listed'
          ? await judgeAgain(listing, open, now, { part, fresh, near: near && new Set(near) })
          : await write(changesToRecord(open, [], now), open);
      const rest = last && { behind: { list: 'records' as const, id: otherOf(last, listingId) }, near };
      return { ...done, version: listing?.version ?? version, pairsJudged: 0, rest };
    },
  };
};

type About = {
  readonly part: string;
  readonly fresh: readonly Match[];
  readonly near: ReadonlySet<ListingId> | undefined;
};
