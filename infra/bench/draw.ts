import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws at random, the same for the same seed. */
export class Draw {
  private readonly generator;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** A whole number of a range, both ends included. */
  between(least: number, most: number): number {
    return uniformInt(this.generator, least, most);
  }

  /** Whether something is so that is so with this probability. */
  chance(probability: number): boolean {
    return uniformFloat64(this.generator) < probability;
  }

  one<T>(values: readonly T[]): T {
    const value = values[this.between(0, values.length - 1)];
    if (value === undefined) throw new RangeError('nothing to draw from');
    return value;
  }

  /** One of them, the first twice as often as the second and so on: by Zipf's law. */
  oneBySize<T>(values: readonly T[], sums: Float64Array): T {
    const wanted = uniformFloat64(this.generator) * (sums.at(-1) ?? 1);
    let [low, high] = [0, values.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const value = values[low];
    if (value === undefined) throw new RangeError('nothing to draw from');
    return value;
  }

  /** Some of them, each once, by Zipf’s law. */
  someBySize<T>(values: readonly T[], sums: Float64Array, count: number): T[] {
    const drawn: T[] = [];
    for (let index = 0; index < count; index++) {
      const value = this.oneBySize(values, sums);
      if (!drawn.includes(value)) drawn.push(value);
    }
    return drawn;
  }

  /** So many hex digits. */
  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.between(0, 0xffff_ffff).toString(16).padStart(8, '0');
    return text.slice(0, digits);
  }
}

/** The sums 1, 1 + 1/2, 1 + 1/2 + 1/3 … by which `oneBySize` draws. */
export function zipfSums(count: number): Float64Array {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += 1 / (rank + 1);
    sums[rank] = sum;
  }
  return sums;
}
