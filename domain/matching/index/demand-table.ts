import type { DemandId } from '../../ids.ts';
import { wordAt } from './spellings.ts';

/** How many words of 32 bits a row has, and which says what: a row is read whole more often than not, and lies in one or two lines of the cache. */
const width = 11;
const at = {
  /** The id, 128 bits, the highest first. */
  id: 0,
  /** Seconds since 1970. */
  untilSecond: 4,
  /** By number; 0 is none. */
  budget: 5,
  buyer: 6,
  required: 7,
  preferred: 8,
  /** Columns and coverage. */
  wish: 9,
  /** Several small numbers: from below 16 bits of place and ways of delivery, 5 of frequency, 10 of milliseconds of the last second. */
  small: 10,
} as const;

const termsBits = 16;
const frequencyBits = 5;
const maskOf = (bits: number): number => (1 << bits) - 1;

/** The largest number that terms may have: for some 250 places times 32 sets of ways of delivery there is room. */
const mostTerms = maskOf(termsBits);

/** What a row says of a demand, in numbers. */
export type DemandRow = Readonly<
  Record<'until' | 'budget' | 'buyer' | 'required' | 'preferred' | 'wish' | 'terms' | 'frequency', number>
>;

/** The last second that a row holds, in 2106: whatever is valid for longer is valid until then. */
const latestSecond = 0xffff_ffff;

const pairsOfDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const digitsOf = (word: number): string =>
  `${pairsOfDigits[word >>> 24]}${pairsOfDigits[(word >>> 16) & 255]}${pairsOfDigits[(word >>> 8) & 255]}${pairsOfDigits[word & 255]}`;

/** Demands as rows of numbers, one behind the other: no object a row. */
export class DemandTable {
  private words: Uint32Array;
  length = 0;

  /** With room for so many rows to begin with: to grow takes copying. */
  constructor(room: number) {
    this.words = new Uint32Array(Math.max(room, 1) * width);
  }

  /** Adds a row; `until` in milliseconds since 1970. */
  add(id: DemandId, row: DemandRow): void {
    const start = this.length * width;
    if (start === this.words.length) this.resize(this.length * 2);
    this.length += 1;
    const { words } = this;
    // Behind `demand-` stand 32 hex digits.
    for (let index = 0; index < 4; index++) words[start + at.id + index] = wordAt(id, 7 + index * 8);
    const seconds = Math.min(Math.max(Math.floor(row.until / 1000), 0), latestSecond);
    const ms = Math.min(Math.max(row.until - seconds * 1000, 0), 999);
    words[start + at.untilSecond] = seconds;
    words[start + at.budget] = row.budget;
    words[start + at.buyer] = row.buyer;
    words[start + at.required] = row.required;
    words[start + at.preferred] = row.preferred;
    words[start + at.wish] = row.wish;
    words[start + at.small] = (((ms << frequencyBits) | row.frequency) << termsBits) | row.terms;
  }

  /** Has no more room than rows. */
  trim(): void {
    if (this.words.length !== this.length * width) this.resize(this.length);
  }

  private resize(room: number): void {
    const words = new Uint32Array(room * width);
    words.set(this.words.subarray(0, words.length));
    this.words = words;
  }

  /**
   * Puts the rows in another order: `places` tells where each stood, and is used up. In place, as for a second table of tens of
   * megabytes the collector of garbage goes through everything else that is in memory.
   */
  putInOrder(places: Uint32Array): void {
    const { words } = this;
    const held = new Uint32Array(width);
    for (let first = 0; first < places.length; first++) {
      // Round by round: each row of a round moves to where the one before it stood.
      if (places[first] === first) continue;
      held.set(words.subarray(first * width, (first + 1) * width));
      let to = first;
      for (let next = places[to] ?? 0; next !== first; next = places[to] ?? 0) {
        for (let word = 0; word < width; word++) words[to * width + word] = words[next * width + word] ?? 0;
        places[to] = to;
        to = next;
      }
      words.set(held, to * width);
      places[to] = to;
    }
  }

  budget(row: number): number {
    return this.words[row * width + at.budget] ?? 0;
  }

  buyer(row: number): number {
    return this.words[row * width + at.buyer] ?? 0;
  }

  required(row: number): number {
    return this.words[row * width + at.required] ?? 0;
  }

  preferred(row: number): number {
    return this.words[row * width + at.preferred] ?? 0;
  }

  wish(row: number): number {
    return this.words[row * width + at.wish] ?? 0;
  }

  terms(row: number): number {
    return (this.words[row * width + at.small] ?? 0) & mostTerms;
  }

  frequency(row: number): number {
    return ((this.words[row * width + at.small] ?? 0) >>> termsBits) & maskOf(frequencyBits);
  }

  /** Whether a row's demand is over at a moment, in milliseconds since 1970. */
  isOverAt(row: number, now: number): boolean {
    const ms = (this.words[row * width + at.small] ?? 0) >>> (termsBits + frequencyBits);
    return (this.words[row * width + at.untilSecond] ?? 0) * 1000 + ms <= now;
  }

  /** Whether the id of one row comes before that of another. */
  isBefore(one: number, other: number): boolean {
    const { words } = this;
    for (let index = at.id; index < at.id + 4; index++) {
      const difference = (words[one * width + index] ?? 0) - (words[other * width + index] ?? 0);
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  /** Whether two rows are of the same demand. */
  isSame(one: number, other: number): boolean {
    const { words } = this;
    for (let index = at.id; index < at.id + 4; index++) {
      if (words[one * width + index] !== words[other * width + index]) return false;
    }
    return true;
  }

  /** The id of a row's demand: one that came in as a DemandId. */
  idOf(row: number): DemandId {
    const { words } = this;
    let id = 'demand-';
    for (let index = at.id; index < at.id + 4; index++) id += digitsOf(words[row * width + index] ?? 0);
    return id as DemandId;
  }
}
