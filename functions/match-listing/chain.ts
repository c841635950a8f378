import type { ListingId } from '../../domain/ids.ts';
import type { Match } from '../../domain/match/match.ts';
import { otherOf } from '../../domain/match/unsettled.ts';
import { frame } from '../../events/envelope.ts';
import type { MatchRequestedV1, Onward } from '../../events/match-requested.v1.ts';
import { sendingAll } from '../_adapters/sqs/queue-sender.ts';
import type { Sum } from './sums.ts';
import type { Done, MatcherDeps, Rest } from './tried.ts';
import { writingRecords } from './write-records.ts';

/** The first request of a chain: one that was sent twice is one, and no other has its id and its time. */
const firstOf = ({ id }: MatchRequestedV1): string => id.replace(/\.onward-\d+$/, '');
const requestOf = (request: MatchRequestedV1): string => `${firstOf(request)}@${request.time}`;
const partOf = ({ data }: MatchRequestedV1): number => data.onward?.part ?? 1;

/**
 * The parts of a listing with many pairs: each asks for the next, which waits in a queue of its own, so that nobody else's
 * request waits for them.
 */
export const chaining = (deps: MatcherDeps) => {
  const send = sendingAll(deps.sendOverflow);
  const put = writingRecords(deps);

  return {
    /** Whom a part has written, or was going to, in this run or in one that has ended. */
    noted: (request: MatchRequestedV1): Promise<ReadonlySet<ListingId>> =>
      deps.chains.noted(deps.judge, requestOf(request), partOf(request)),

    /** Writes records of a part, whom it has noted before. */
    async write(request: MatchRequestedV1, changes: readonly Match[], known: readonly Match[]): Promise<Done> {
      const others = new Set(changes.map((match) => otherOf(match, request.data.listingId)));
      if (others.size > 0) {
        await deps.chains.note(deps.judge, requestOf(request), partOf(request), others, deps.clock());
      }
      return put(changes, known);
    },

    /** Asks for the part behind this one; false where somebody has who did this one, too. */
    async goOn(request: MatchRequestedV1, version: number, rest: Rest, done: Sum): Promise<boolean> {
      const { time, data } = request;
      const part = partOf(request);
      const chain = `${requestOf(request)}@v${version}`;
      if (await deps.chains.isPassed(deps.judge, chain, part)) return false;
      const next = part + 1;
      const id = `${firstOf(request)}.onward-${next}`;
      const onward: Onward = { part: next, behind: rest.behind, near: [...rest.near], done };
      const body = frame('match-requested.v1', { id, zone: deps.zone, time }, { ...data, version, onward });
      await send([{ key: id, body }]);
      await deps.chains.pass(deps.judge, chain, part, deps.clock());
      return true;
    },

    /** Notes that nothing is left, and counts it where it belongs to a replay; false where that was noted before. */
    end(request: MatchRequestedV1): Promise<boolean> {
      const now = deps.clock();
      const { replayId } = request.data;
      const counted = replayId ? [deps.replays.countingJudged(deps.judge, replayId, now)] : [];
      return deps.chains.end(deps.judge, requestOf(request), counted, now);
    },
  };
};
