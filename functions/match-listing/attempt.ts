import type { ListingId } from '../../domain/ids.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import type { Match } from '../../domain/match/match.ts';
import { changesToRecord } from '../../domain/match/record.ts';
import { whole } from '../../domain/matching/parts.ts';
import type { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import { judgingPairs } from './judge-pairs.ts';
import { type MatcherDeps, type Newer, nothingDone, refreshed, type Tried } from './tried.ts';
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

type Data = MatchRequestedV1['data'];

type Before = {
  /** What this run has written, or found to have changed. */
  readonly fresh: readonly Match[];
  /** Whether nobody has written anything for this message: no run that ended before its time, and this one neither. */
  readonly isClean: boolean;
};

/**
 * One reading, judging and writing. The record is read first: a write is refused where somebody with newer facts has
 * written since, and what was judged by the old ones never comes on top of it.
 */
export const attempting = (deps: MatcherDeps) => {
  const judgePairs = judgingPairs(deps);
  const walk = walkingRecords(deps);
  const write = writingRecords(deps);

  async function listingOf({ listingId, version }: Data): Promise<Listing | undefined> {
    const listing = await deps.listings.get(deps.judge, listingId);
    if (listing && listing.version < version) throw new ListingNotOnRecord(listingId, version);
    return listing;
  }

  /**
   * A part finds a newer version than the one that its chain judges: that one's own request does the work, from its best pair
   * on. Only what was written by the older one is left to be looked at, by whoever wrote it.
   */
  const leave = ({ version }: Listing, { isClean }: Before): Tried | Newer =>
    isClean ? { newer: version } : { ...nothingDone, version, pairsJudged: 0, rest: { behind: { list: 'records' } } };

  async function walkOn(data: Data, way: Walk, before: Before): Promise<Tried | Newer> {
    const stretch = await walk.read(data, way);
    const listing = await listingOf(data);
    if (data.onward && listing && listing.version > data.version) return leave(listing, before);
    return walk.look(listing, data, way, stretch, before.fresh);
  }

  return async (data: Data, before: Before): Promise<Tried | Newer> => {
    const { listingId, onward, part = whole, version } = data;
    if (onward?.behind.list === 'records') {
      return walkOn(data, { behind: onward.behind.id, near: onward.near }, before);
    }
    const page = onward
      ? undefined
      : await deps.matches.recordsIn(deps.judge, listingId, { part, most: deps.pairsAtOnce });
    const onRecord = page && !page.last ? refreshed(page.items, before.fresh) : undefined;
    const listing = await listingOf(data);
    if (onward && listing && listing.version > version) return leave(listing, before);
    const now = deps.clock();
    if (listing?.status === 'listed') return judgePairs(listing, data, { now, onRecord, fresh: before.fresh });
    // Requests outlive what they tell of: its organization was deleted, and nothing of it is to stay open. What is read
    // consistently and is not there will not come.
    if (!onRecord) return walkOn(data, { near: [] }, before);
    const done = await write(changesToRecord(onRecord, [], now), onRecord);
    return { ...done, version: listing?.version ?? version, pairsJudged: 0 };
  };
};
