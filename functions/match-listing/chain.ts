import { frame } from '../../events/envelope.ts';
import type { MatchRequestedV1, Onward } from '../../events/match-requested.v1.ts';
import { sendingAll } from '../_adapters/sqs/queue-sender.ts';
import type { MatcherDeps, Rest } from './tried.ts';

/** What one part, or all so far, did. */
export type Sum = Onward['done'];

export const sumOf = (one: Sum, other: Sum): Sum => ({
  pairsJudged: one.pairsJudged + other.pairsJudged,
  recordsChanged: one.recordsChanged + other.recordsChanged,
  opened: one.opened + other.opened,
  overtaken: one.overtaken + other.overtaken,
});

export const nothingYet: Sum = { pairsJudged: 0, recordsChanged: 0, opened: 0, overtaken: 0 };

/** The first request of a chain: one that was sent twice is one, and no other has its id and its time. */
const firstOf = ({ id }: MatchRequestedV1): string => id.replace(/\.onward-\d+$/, '');
const requestOf = (request: MatchRequestedV1): string => `${firstOf(request)}@${request.time}`;

/**
 * The parts of a listing with many pairs: each asks for the next, which waits in a queue of its own, so that nobody else's
 * request waits for them.
 */
export const chaining = (deps: MatcherDeps) => {
  const send = sendingAll(deps.sendOverflow);

  return {
    /** Asks for the part behind this one; false where somebody has who did this one, too. */
    async goOn(request: MatchRequestedV1, version: number, rest: Rest, done: Sum): Promise<boolean> {
      const { time, data } = request;
      const part = data.onward?.part ?? 1;
      const chain = `${requestOf(request)}@v${version}`;
      if (await deps.chains.isPassed(deps.judge, chain, part)) return false;
      const next = part + 1;
      const id = `${firstOf(request)}.onward-${next}`;
      const onward: Onward = { part: next, behind: rest.behind, done, ...(rest.near && { near: [...rest.near] }) };
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
