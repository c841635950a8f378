import { addTo, type Counts } from './counts.ts';

/** Between two bounds lies a quarter of a doubling: what is told of a duration is off by a fifth at the most. */
const stepsADoubling = 4;

const bucketOf = (seconds: number): number => Math.ceil(Math.log2(Math.max(1, seconds)) * stepsADoubling);

const boundOf = (bucket: number): number => Math.round(2 ** (bucket / stepsADoubling));

/** Counts a duration; of several parts the counts add up, as no list of durations or mean of percentiles would. */
export function countDuration(durations: Counts, seconds: number): void {
  addTo(durations, String(bucketOf(seconds)));
}

/** Within how many seconds a share of the durations lie; undefined of none. */
export function quantileOf(durations: Counts, share: number): number | undefined {
  const total = durations.values().reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [bucket, count] of [...durations].toSorted(([a], [b]) => Number(a) - Number(b))) {
    seen += count;
    if (seen >= share * total) return boundOf(Number(bucket));
  }
  return undefined;
}
