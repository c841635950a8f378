import type { MatchId } from '../ids.ts';
import type { Facts } from '../matching/facts.ts';
import { isNear, remedyOf } from '../matching/remedies.ts';
import type { Weights } from '../matching/weights.ts';
import type { JudgedPair } from './record.ts';

/**
 * For how many pairs of one listing a remedy is looked for. A search may take a hundred judgements, and one thing that a
 * listing lacks may keep it from thousands of others: of those the best scored tell its owner what to do.
 */
export const mostSearched = 200;

/** How many judgements the searches of one listing may take together: seconds, where the best case takes milliseconds. */
const mostEffort = 20_000;

type Judged = JudgedPair & { readonly facts: Facts; readonly weights: Weights };

const bestFirst = (one: JudgedPair, other: JudgedPair): number =>
  other.verdict.score - one.verdict.score || (one.matchId < other.matchId ? -1 : 1);

/** The near pairs among these, best first; of more than `most` the best scored alone. */
export const bestNear = <P extends JudgedPair>(pairs: readonly P[], most = mostSearched): readonly P[] =>
  pairs
    .filter(({ verdict }) => isNear(verdict))
    .toSorted(bestFirst)
    .slice(0, most);

/**
 * Whether a pair that was not read yet may be among the best `most` near ones, where `best` are those of the pairs that
 * were. Its id is asked for only where it decides.
 */
export function mayBeAmong(best: readonly JudgedPair[], most = mostSearched) {
  const last = best.length < most ? undefined : best.at(-1);
  return (reach: number, matchId: () => MatchId): boolean => {
    if (last === undefined || reach > last.verdict.score) return true;
    return reach === last.verdict.score && matchId() < last.matchId;
  };
}

/** The pairs, with the remedy of each that one mends; of more than `most` that may be mended, or more than can be searched, the best scored alone. */
export function withRemedies(pairs: readonly Judged[], most = mostSearched): readonly JudgedPair[] {
  const left = { judgements: mostEffort };
  const near = bestNear(pairs, most);
  const remedies = new Map(near.map((pair) => [pair.matchId, remedyOf(pair, pair.weights, left)]));
  return pairs.map((pair) => ({ ...pair, remedy: remedies.get(pair.matchId) }));
}
