import type { Index, Pace } from './index-state.ts';
import { type Kind, kinds, shareOf } from './market.ts';
import type { Setup } from './setup.ts';
import { type Works, worksOf } from './work.ts';

/** Posts that are alike: of a kind, under a division. */
export type PostClass = { readonly kind: Kind; readonly place: number; readonly share: number };

/** Every class of posts with its share of all; offers before demands, as the partitions of the index are. */
export const postClasses = ({ market }: Setup): readonly PostClass[] =>
  kinds.flatMap((kind) =>
    market.divisions.map(({ share }, place) => ({ kind, place, share: share * shareOf(market, kind) })),
  );

/** What judging a post of each class takes at this pace. */
export function worksAt(setup: Setup, index: Index, pace: Pace): readonly Works[] {
  const readings = index.readings(pace);
  return postClasses(setup).map(({ kind, place }) => worksOf(setup, readings, pace.batch, kind, place));
}

/** The mean of something over all posts. */
export const meanOf = (classes: readonly PostClass[], of: (at: number) => number): number =>
  classes.reduce((sum, { share }, at) => sum + share * of(at), 0);
