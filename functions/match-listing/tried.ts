import type { ListingId } from '../../domain/ids.ts';
import type { Match } from '../../domain/match/match.ts';
import type { Onward } from '../../events/match-requested.v1.ts';
import type { Deps } from './deps.ts';

export type MatcherDeps = Omit<Deps, 'park'>;

/** What came of writing records: those written, those that rest on newer versions, and those that had changed meanwhile. */
export type Done = {
  readonly written: readonly Match[];
  readonly overtaken: number;
  readonly changed: readonly Match[];
};

export const nothingDone: Done = { written: [], overtaken: 0, changed: [] };

/** What is left for the part that follows. */
export type Rest = { readonly behind: Onward['behind']; readonly near: readonly ListingId[] };

/** One reading, judging and writing, and of how many pairs; where nothing is left, all of them. */
export type Tried = Done & { readonly version: number; readonly pairsJudged: number; readonly rest?: Rest | undefined };

/** The version that whoever judges an older one leaves the rest to, with nothing of its own left to look at. */
export type Newer = { readonly newer: number };

/** The records, those that are known to be otherwise in the place of what the index said of them. */
export const refreshed = (known: readonly Match[], fresh: readonly Match[]): readonly Match[] => [
  ...known.filter(({ id }) => !fresh.some((match) => match.id === id)),
  ...fresh,
];
