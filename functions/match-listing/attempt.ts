import type { ListingId } from '../../domain/ids.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import type { Match } from '../../domain/match/match.ts';
import { changesToRecord } from '../../domain/match/record.ts';
import { whole } from '../../domain/matching/parts.ts';
import type { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import { judgingPairs } from './judge-pairs.ts';
import { settlingNoted } from './settle-noted.ts';
import { type MatcherDeps, type Newer, refreshed, type Tried } from './tried.ts';
import { type Walk, walkingRecords } from './walk-records.ts';
import { writingRecords } from './write-records.ts';

/** A request names a version of a listing that is not on record yet: the queue will bring it again. */
export class ListingNotOnRecord extends Error {
  override readonly name = 'ListingNotOnRecord';
  readonly listingId: ListingId;
  readonly version: number;
  constructor(listingId: ListingId, version: number) {
    super(`listing ${listingId} is not on record in version ${version} or later`);
    this.listingId = listingId;
    this.version = version;
  }
}

/**
 * One reading, judging and writing. The record is read first: a write is refused where somebody with newer facts has
 * written since, and what was judged by the old ones never comes on top of it.
 */
export const attempting = (deps: MatcherDeps) => {
  const judgePairs = judgingPairs(deps);
  const walk = walkingRecords(deps);
  const settle = settlingNoted(deps);
  const write = writingRecords(deps);

  async function listingOf({ listingId, version }: MatchRequestedV1['data']): Promise<Listing | undefined> {
    const listing = await deps.listings.get(deps.judge, listingId);
    if (listing && listing.version < version) throw new ListingNotOnRecord(listingId, version);
    return listing;
  }

  /**
   * A part finds a newer version than the one that its chain judges: that one's own request does the work, from its best pair
   * on. Only what the part has written itself is left to be looked at again.
   */
  async function leave(request: MatchRequestedV1, { version }: Listing): Promise<Tried | Newer> {
    const done = await settle(request);
    const isClean = done.written.length + done.changed.length === 0;
    return isClean ? { newer: version } : { ...done, version, pairsJudged: 0 };
  }

  async function walkOn(request: MatchRequestedV1, way: Walk): Promise<Tried | Newer> {
    const { data } = request;
    const stretch = await walk.read(request, way);
    const listing = await listingOf(data);
    if (data.onward && listing && listing.version > data.version) return leave(request, listing);
    return walk.look(listing, request, way, stretch);
  }

  /** `fresh` is what this run has written, or found to have changed. */
  return async (request: MatchRequestedV1, fresh: readonly Match[]): Promise<Tried | Newer> => {
    const { listingId, onward, part = whole, version } = request.data;
    if (onward?.behind.list === 'records') {
      return walkOn(request, { behind: onward.behind.id, near: onward.near });
    }
    const page = onward
      ? undefined
      : await deps.matches.recordsIn(deps.judge, listingId, { part, most: deps.pairsAtOnce });
    const onRecord = page && !page.last ? refreshed(page.items, fresh) : undefined;
    const listing = await listingOf(request.data);
    if (onward && listing && listing.version > version) return leave(request, listing);
    const now = deps.clock();
    if (listing?.status === 'listed') return judgePairs(listing, request, { now, onRecord });
    // Requests outlive what they tell of: its organization was deleted, and nothing of it is to stay open. What is read
    // consistently and is not there will not come.
    if (!onRecord) return walkOn(request, { near: [] });
    const done = await write(changesToRecord(onRecord, [], now), onRecord);
    return { ...done, version: listing?.version ?? version, pairsJudged: 0 };
  };
};
