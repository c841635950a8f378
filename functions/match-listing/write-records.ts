import type { Match } from '../../domain/match/match.ts';
import type { Done, MatcherDeps } from './tried.ts';

/** How many matches are written at a time. */
const writesAtOnce = 16;

/** Writes records, the best scored first, each over the one that it was made from. */
export const writingRecords =
  (deps: MatcherDeps) =>
  async (changes: readonly Match[], known: readonly Match[]): Promise<Done> => {
    const before = new Map(known.map((match) => [match.id, match]));
    const done = { written: [] as Match[], overtaken: 0, changed: [] as Match[] };
    const put = async (match: Match): Promise<void> => {
      const written = await deps.matches.put(deps.judge, match, before.get(match.id));
      if (written === 'written') done.written.push(match);
      else if (written === 'overtaken') done.overtaken += 1;
      else done.changed.push(written);
    };
    const bestFirst = changes.toSorted((one, other) => other.score - one.score);
    for (let start = 0; start < bestFirst.length; start += writesAtOnce) {
      await Promise.all(bestFirst.slice(start, start + writesAtOnce).map(put));
    }
    return done;
  };
