import type { ListingId } from '../../domain/ids.ts';
import type { Match } from '../../domain/match/match.ts';
import { withRemedies } from '../../domain/match/near.ts';
import { changesToRecord, type JudgedPair } from '../../domain/match/record.ts';
import type { Instant } from '../../domain/time.ts';
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

/** Decisions kept coming in between reading and writing: the queue will bring the request again. */
class RecordKeepsChanging extends Error {
  override readonly name = 'RecordKeepsChanging';
  constructor(listingId: ListingId) {
    super(`the matches of ${listingId} kept changing while they were written`);
  }
}

const mostTries = 3;

/** The records, those that were found changed in the place of what was read of them. */
const refreshed = (known: readonly Match[], changed: readonly Match[]): readonly Match[] => [
  ...known.filter(({ id }) => !changed.some((match) => match.id === id)),
  ...changed,
];

/**
 * Judges a listing, in the version on record, against its candidates and makes the record say what was found, near matches
 * with their remedies among it. Doing it twice writes nothing the second time; a request for an older version than the one
 * on record judges the newer one.
 */
export const matchListing = (deps: Omit<Deps, 'park'>) => {
  const judgeAll = judgeCandidates(deps);

  async function write(changes: readonly Match[], known: readonly Match[]) {
    const before = new Map(known.map((match) => [match.id, match]));
    const put = (match: Match) => deps.matches.put(match, before.get(match.id));
    const done = { written: 0, overtaken: 0, changed: [] as Match[] };
    for (let start = 0; start < changes.length; start += writesAtOnce) {
      for (const one of await Promise.all(changes.slice(start, start + writesAtOnce).map(put))) {
        if (one === 'written') done.written += 1;
        else if (one === 'overtaken') done.overtaken += 1;
        else done.changed.push(one);
      }
    }
    return done;
  }

  /** What was decided or judged between reading and writing is read, and the change is made on top of it. */
  async function record(id: ListingId, pairs: readonly JudgedPair[], now: Instant) {
    let known = await deps.matches.recordsOf(id);
    let changes = changesToRecord(known, pairs, now);
    const total = { recordsChanged: 0, overtaken: 0 };
    for (let tries = 0; changes.length > 0; tries++) {
      if (tries === mostTries) throw new RecordKeepsChanging(id);
      const { written, overtaken, changed } = await write(changes, known);
      total.recordsChanged += written;
      total.overtaken += overtaken;
      known = refreshed(known, changed);
      changes = changesToRecord(known, pairs, now).filter((change) => changed.some((match) => match.id === change.id));
    }
    return total;
  }

  return async ({ data }: MatchRequestedV1): Promise<void> => {
    const listing = await deps.listings.get(data.listingId);
    if (!listing || listing.version < data.version) throw new ListingNotOnRecord(data.listingId, data.version);
    const now = deps.clock();
    const judged = listing.status === 'listed' ? await judgeAll(listing, now) : [];
    const pairs = withRemedies(judged);
    const written = await record(listing.id, pairs, now);
    // What a reconciliation had to change, no change of a listing or a party explains.
    if (data.cause === 'reconciliation' && written.recordsChanged > 0) {
      deps.logger.warn('record differed', { listingId: listing.id, differences: written.recordsChanged });
    }
    deps.logger.info('listing matched', {
      listingId: listing.id,
      version: listing.version,
      pairsJudged: pairs.length,
      ...written,
    });
  };
};
