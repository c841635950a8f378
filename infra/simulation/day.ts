/**
 * How many times the mean is posted in each hour of a working day: a guess, low at night, with a peak before and one after noon.
 * Together they are 24.
 */
export const hourly: readonly number[] = [
  0.2, 0.12, 0.1, 0.1, 0.12, 0.25, 0.5, 0.9, 1.5, 2.05, 2.2, 1.85, 1.3, 1.5, 1.95, 2.05, 1.95, 1.65, 1.1, 0.8, 0.65,
  0.5, 0.36, 0.3,
];

/** For some minutes several times as much comes: a portal is filled from another one. */
export type Burst = { readonly times: number; readonly minutes: number };

/** The burst begins at a quarter past ten, in the busiest hour. */
export const burstBegins = 10 * 3600 + 900;

const isIn = (second: number, { minutes }: Burst): boolean =>
  second >= burstBegins && second < burstBegins + minutes * 60;

/** How many times the mean is posted at a second of the day. */
export function rateAt(second: number, burst: Burst): number {
  const hour = hourly[Math.floor(second / 3600) % 24] ?? 1;
  return isIn(second, burst) ? hour * burst.times : hour;
}
