import type { ListingId } from '../../domain/ids.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import type { Match } from '../../domain/match/match.ts';
import { mostSearched, withRemedies } from '../../domain/match/near.ts';
import { changesToRecord } from '../../domain/match/record.ts';
import { type Part, partsOf, shareOf, whole } from '../../domain/matching/parts.ts';
import { type Instant, secondsBetween } from '../../domain/time.ts';
import { frame } from '../../events/envelope.ts';
import type { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import type { Candidates } from '../_adapters/dynamo/candidate-store.ts';
import { sendingAll } from '../_adapters/sqs/queue-sender.ts';
import { judgeCandidates } from '../_matching/judge-candidates.ts';
import type { Deps } from './deps.ts';

/**
 * Whether a request tells of a version that is no longer on record. The newer one is judged in its place: a Lambda that
 * wrote by the older one and died leaves it to this message, come again, to find that out.
 */
const tellsOfOlder = ({ cause, version }: MatchRequestedV1['data'], listing: Listing): boolean =>
  cause === 'listing-changed' && listing.version > version;

/** Whether somebody just posted or changed what is judged, as a whole. */
const isPosted = ({ cause, part }: MatchRequestedV1['data']): boolean =>
  cause === 'listing-changed' && part === undefined;

const isMatched = ({ outcome, status }: Match): boolean => outcome === 'matched' && status === 'open';

const nobody: Candidates = { ids: new Set(), complete: true };

/** How many matches are written at a time. */
const writesAtOnce = 16;

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

/** Decisions or judgements kept coming in between reading and writing: the queue will bring the request again. */
class RecordKeepsChanging extends Error {
  override readonly name = 'RecordKeepsChanging';
  constructor(listingId: ListingId) {
    super(`the matches of ${listingId} kept changing while they were written`);
  }
}

/** How often one listing is judged for one request. Twice is the rule where anything is written. */
const mostTries = 8;

/** Where others keep posting what it matches, it waits for them ever longer, in milliseconds, before it is judged again. */
const pauseAfter = (tries: number): number => (tries < 2 ? 0 : 25 * 2 ** tries);

/** The records, those that are known to be otherwise in the place of what the index said of them. */
const refreshed = (known: readonly Match[], fresh: readonly Match[]): readonly Match[] => [
  ...known.filter(({ id }) => !fresh.some((match) => match.id === id)),
  ...fresh,
];

/**
 * Judges a listing, in the version on record, against its candidates and makes the record say what was found, near matches
 * with their remedies among it. Doing it twice writes nothing the second time; a request for an older version than the one
 * on record judges the newer one. A listing with more pairs than one run takes care of is left to requests for its parts,
 * which wait in a queue of their own: nobody else's request waits for them.
 */
export const matchListing = (deps: Omit<Deps, 'park'>) => {
  const candidates = judgeCandidates(deps);
  const sendParts = sendingAll(deps.sendOverflow);

  async function write(changes: readonly Match[], known: readonly Match[]) {
    const before = new Map(known.map((match) => [match.id, match]));
    const done = { written: [] as Match[], overtaken: 0, changed: [] as Match[] };
    const put = async (match: Match): Promise<void> => {
      const written = await deps.matches.put(deps.judge, match, before.get(match.id));
      if (written === 'written') done.written.push(match);
      else if (written === 'overtaken') done.overtaken += 1;
      else done.changed.push(written);
    };
    for (let start = 0; start < changes.length; start += writesAtOnce) {
      await Promise.all(changes.slice(start, start + writesAtOnce).map(put));
    }
    return done;
  }

  /**
   * One reading, judging and writing. The record is read first: a write is refused where somebody with newer facts has
   * written since, and what was judged by the old ones never comes on top of it.
   */
  async function attempt(data: MatchRequestedV1['data'], fresh: readonly Match[]) {
    const { listingId, version, part = whole } = data;
    const reach = { part, most: deps.pairsAtOnce };
    const onRecord = await deps.matches.recordsIn(deps.judge, listingId, reach);
    const known = refreshed(onRecord.records, fresh);
    const listing = await deps.listings.get(deps.judge, listingId);
    const now = deps.clock();
    // Requests outlive what they tell of: its organization was deleted, and nothing of it is to stay open. What is read
    // consistently and is not there will not come.
    if (!listing) {
      if (!onRecord.complete) return 'too-many';
      const done = await write(changesToRecord(known, [], now), known);
      return { ...done, version, pairsJudged: 0, isOvertaken: false };
    }
    if (listing.version < version) throw new ListingNotOnRecord(listingId, version);
    const found = listing.status === 'listed' ? await candidates.find(listing, reach) : nobody;
    if (!onRecord.complete || !found.complete) return 'too-many';
    const pairs = await judged(listing, found, part, now);
    const done = await write(changesToRecord(known, pairs, now), known);
    return { ...done, version: listing.version, pairsJudged: pairs.length, isOvertaken: tellsOfOlder(data, listing) };
  }

  /** Parts together search for as many remedies as a listing that is judged as a whole. */
  async function judged(listing: Listing, { ids }: Candidates, part: Part, now: Instant) {
    return withRemedies(await candidates.judgeAgainst(listing, ids, now), Math.ceil(mostSearched * shareOf(part)));
  }

  async function split({ id, time, data }: MatchRequestedV1): Promise<void> {
    const { part = whole, listingId, version } = data;
    const parts = partsOf(part);
    // Before they are sent: what was judged is never more than what was asked for.
    if (data.replayId)
      await deps.replays.count(deps.judge, data.replayId, { asked: parts.length, judged: 1 }, deps.clock());
    const base = id.replace(/\.part-[0-9a-f]+$/, '');
    deps.logger.info('listing judged in parts', { listingId, version, part });
    await sendParts(
      parts.map((one) => {
        const partId = `${base}.part-${one}`;
        const about = { id: partId, zone: deps.zone, time };
        return { key: partId, body: frame('match-requested.v1', about, { ...data, part: one }) };
      }),
    );
  }

  return async (request: MatchRequestedV1): Promise<void> => {
    const { data } = request;
    const { listingId } = data;
    const total = { recordsChanged: 0, opened: 0, overtaken: 0 };
    let fresh: readonly Match[] = [];
    for (let tries = 0; tries < mostTries; tries++) {
      const attempted = await attempt(data, fresh);
      if (attempted === 'too-many') return split(request);
      const { written, overtaken, changed, version, pairsJudged, isOvertaken } = attempted;
      if (isOvertaken && tries === 0) deps.logger.info('request overtaken', { listingId, version });
      total.recordsChanged += written.length;
      total.opened += written.filter(isMatched).length;
      total.overtaken += overtaken;
      fresh = refreshed(fresh, [...written, ...changed]);
      // What was written may rest on facts that have changed meanwhile, and whoever judged by the new ones may have found
      // nothing to write before this was. So nobody ends before a judgement, begun after the last write, writes nothing.
      if (written.length + changed.length > 0) {
        await deps.pause(pauseAfter(tries));
        continue;
      }
      // What a reconciliation had to change, no change of a listing or a party explains.
      if (data.cause === 'reconciliation' && total.recordsChanged > 0) {
        deps.logger.warn('record differed', { listingId, differences: total.recordsChanged });
      }
      if (data.replayId) {
        const counted = { judged: 1, changed: total.recordsChanged };
        await deps.replays.count(deps.judge, data.replayId, counted, deps.clock());
      }
      const waited = isPosted(data) && { secondsSincePost: secondsBetween(request.time, deps.clock()) };
      deps.logger.info('listing matched', { listingId, version, pairsJudged, ...total, ...waited });
      return;
    }
    throw new RecordKeepsChanging(listingId);
  };
};
