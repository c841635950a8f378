import type { ListingId } from '../../domain/ids.ts';
import type { Match } from '../../domain/match/match.ts';
import { secondsBetween } from '../../domain/time.ts';
import type { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import { attempting } from './attempt.ts';
import { chaining } from './chain.ts';
import { nothingYet, type Sum, sumOf } from './sums.ts';
import { type MatcherDeps, refreshed, type Tried } from './tried.ts';

/**
 * Whether a request tells of a version that is no longer on record. The newer one is judged in its place: a Lambda that
 * wrote by the older one and died leaves it to this message, come again, to find that out.
 */
const tellsOfOlder = ({ cause, version, onward }: MatchRequestedV1['data'], judged: number): boolean =>
  cause === 'listing-changed' && !onward && judged > version;

/** Whether somebody just posted or changed what is judged, as a whole. */
const isPosted = ({ cause, part }: MatchRequestedV1['data']): boolean =>
  cause === 'listing-changed' && part === undefined;

const isMatched = ({ outcome, status }: Match): boolean => outcome === 'matched' && status === 'open';

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

/**
 * Judges a listing, in the version on record, against its candidates and makes the record say what was found, near matches
 * with their remedies among it. Doing it twice writes nothing the second time; a request for an older version than the one
 * on record judges the newer one. A listing with more pairs than one run takes care of is judged in parts, the best pairs
 * first: each part asks for the next, and the last one says that all is done.
 */
export const matchListing = (deps: MatcherDeps) => {
  const attempt = attempting(deps);
  const chain = chaining(deps);

  async function noteDifferences({ cause, listingId, replayId }: MatchRequestedV1['data'], differences: number) {
    if (differences === 0) return;
    // What a reconciliation had to change, no change of a listing or a party explains.
    if (cause === 'reconciliation') deps.logger.warn('record differed', { listingId, differences });
    if (replayId) await deps.replays.count(deps.judge, replayId, { changed: differences }, deps.clock());
  }

  /** Says once that a listing was matched: of one that was judged in parts, when the last of them has ended. */
  async function end(request: MatchRequestedV1, version: number, sum: Sum, isLeft = false): Promise<void> {
    const { listingId, onward, replayId } = request.data;
    if (onward) {
      if (!(await chain.end(request))) return;
    } else if (replayId) await deps.replays.count(deps.judge, replayId, { judged: 1 }, deps.clock());
    if (isLeft) deps.logger.info('request overtaken', { listingId, version });
    const isTold = isPosted(request.data) && !isLeft;
    const waited = isTold && { secondsSincePost: secondsBetween(request.time, deps.clock()) };
    deps.logger.info('listing matched', { listingId, version, ...sum, parts: onward?.part ?? 1, ...waited });
  }

  async function goOn(request: MatchRequestedV1, { version, rest }: Tried, sum: Sum): Promise<void> {
    const { listingId, onward } = request.data;
    if (!rest) return end(request, version, sum);
    const isMine = await chain.goOn(request, version, rest, sum);
    if (isMine && !onward) deps.logger.info('listing judged in parts', { listingId, version });
    deps.logger.info('part judged', { listingId, version, part: onward?.part ?? 1, ...sum });
  }

  return async (request: MatchRequestedV1): Promise<void> => {
    const { data } = request;
    const { listingId, onward } = data;
    let sum = onward?.done ?? nothingYet;
    let changes = 0;
    let fresh: readonly Match[] = [];
    for (let tries = 0; tries < mostTries; tries++) {
      const tried = await attempt(request, fresh);
      if ('newer' in tried) {
        await noteDifferences(data, changes);
        return end(request, tried.newer, sum, true);
      }
      const { written, overtaken, changed, version, pairsJudged } = tried;
      if (tellsOfOlder(data, version) && tries === 0) deps.logger.info('request overtaken', { listingId, version });
      changes += written.length;
      const made = { recordsChanged: written.length, opened: written.filter(isMatched).length, overtaken };
      sum = sumOf(sum, { ...made, pairsJudged: 0 });
      fresh = refreshed(fresh, [...written, ...changed]);
      // What was written may rest on facts that have changed meanwhile, and whoever judged by the new ones may have found
      // nothing to write before this was. So nobody ends before a judgement, begun after the last write, writes nothing.
      if (written.length + changed.length > 0) {
        await deps.pause(pauseAfter(tries));
        continue;
      }
      await noteDifferences(data, changes);
      return goOn(request, tried, sumOf(sum, { ...nothingYet, pairsJudged }));
    }
    throw new RecordKeepsChanging(listingId);
  };
};
