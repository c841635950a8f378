import type { ListingId } from '../../domain/ids.ts';
import { changesToRecord } from '../../domain/match/record.ts';
import type { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import { judgeCandidates } from '../_matching/judge-candidates.ts';
import type { Deps } from './deps.ts';

/** How many matches are written at a time. */
const writesAtOnce = 16;

/** A request names a listing, or a version of it, that is not on record: the queue will bring it again. */
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
 * Judges a listing, in the version on record, against its candidates and makes the record say what was found. Doing it
 * twice writes nothing the second time; a request for an older version than the one on record judges the newer one.
 */
export const matchListing = (deps: Omit<Deps, 'park'>) => {
  const judgeAll = judgeCandidates(deps);

  return async ({ data }: MatchRequestedV1): Promise<void> => {
    const listing = await deps.listings.get(data.listingId);
    if (!listing || listing.version < data.version) throw new ListingNotOnRecord(data.listingId, data.version);
    const now = deps.clock();
    const open = await deps.matches.openOf(listing.id);
    const pairs = listing.status === 'listed' ? await judgeAll(listing, now) : [];
    const changes = changesToRecord(open, pairs, now);
    let overtaken = 0;
    for (let start = 0; start < changes.length; start += writesAtOnce) {
      const written = await Promise.all(changes.slice(start, start + writesAtOnce).map(deps.matches.put));
      overtaken += written.filter((done) => !done).length;
    }
    deps.logger.info('listing matched', {
      listingId: listing.id,
      version: listing.version,
      pairsJudged: pairs.length,
      recordsChanged: changes.length - overtaken,
      overtaken,
    });
  };
};
