import type { Figures } from './figures.ts';

/** A partition of the index, as the matcher's memory sees it. */
export type Visited = {
  readonly rows: number;
  /** Share of the posts whose judging reads it. */
  readonly visits: number;
};

/**
 * For each partition how likely it is still kept where it is read: by Che's approximation of a memory that drops what was used
 * longest ago (Che, Tung, Wang: Hierarchical Web Caching Systems, 2002). What alone is more than may be kept never is.
 */
export function keptShares(partitions: readonly Visited[], keptRows: number): readonly number[] {
  const heldAfter = (posts: number, { visits }: Visited): number => 1 - Math.exp(-visits * posts);
  const fits = ({ rows }: Visited): boolean => rows <= keptRows;
  const rowsAfter = (posts: number): number =>
    partitions.filter(fits).reduce((sum, partition) => sum + partition.rows * heldAfter(posts, partition), 0);
  let [least, most] = [0, 1e9];
  if (rowsAfter(most) <= keptRows) return partitions.map((partition) => (fits(partition) ? 1 : 0));
  for (let turn = 0; turn < 100; turn++) {
    const middle = (least + most) / 2;
    if (rowsAfter(middle) > keptRows) most = middle;
    else least = middle;
  }
  return partitions.map((partition) => (fits(partition) ? heldAfter(least, partition) : 0));
}

/** How often a partition that is kept must be read anew all the same, as a share of its readings, where one environment reads it so often a second. */
export const anewShare = (readingsASecond: number, { readAnewSeconds }: Figures): number =>
  1 / (1 + readingsASecond * readAnewSeconds);

/** How many readings one post of a batch costs of a partition that this share of posts asks for: those of one batch share theirs. */
export const sharedReading = (visits: number, batch: number): number =>
  visits > 0 ? (1 - (1 - visits) ** batch) / (batch * visits) : 1;
