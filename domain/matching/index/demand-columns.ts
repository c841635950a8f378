import type { DemandId } from '../../ids.ts';

/** Rows of demands as columns of numbers: no object a row. */
export function demandColumns(length: number) {
  return {
    /** The id, 128 bits, the highest first. */
    id0: new Uint32Array(length),
    id1: new Uint32Array(length),
    id2: new Uint32Array(length),
    id3: new Uint32Array(length),
    /** Seconds since 1970, and milliseconds of the last of them. */
    untilSecond: new Uint32Array(length),
    untilMs: new Uint16Array(length),
    /** By number; 0 is none. */
    budget: new Uint32Array(length),
    buyer: new Uint32Array(length),
    required: new Uint32Array(length),
    preferred: new Uint32Array(length),
    /** Columns and coverage. */
    wish: new Uint32Array(length),
    /** Where the data will be used, and the ways of delivery: see `termsOf`. */
    terms: new Uint16Array(length),
    /** How often it must be renewed, and whether the demand has rows under other domains too. */
    frequency: new Uint8Array(length),
  };
}

export type DemandColumns = ReturnType<typeof demandColumns>;

const names = [
  'id0',
  'id1',
  'id2',
  'id3',
  'untilSecond',
  'untilMs',
  'budget',
  'buyer',
  'required',
  'preferred',
  'wish',
  'terms',
  'frequency',
] as const satisfies readonly (keyof DemandColumns)[];

/** The same columns with room for more rows. */
export function withRoom(columns: DemandColumns, length: number): DemandColumns {
  const larger = demandColumns(length);
  for (const name of names) larger[name].set(columns[name]);
  return larger;
}

/** The rows in another order: `places` tells where each stood. */
export function inOrder(columns: DemandColumns, places: Uint32Array): DemandColumns {
  const sorted = demandColumns(places.length);
  for (const name of names) {
    const [from, to] = [columns[name], sorted[name]];
    for (let row = 0; row < places.length; row++) to[row] = from[places[row] ?? 0] ?? 0;
  }
  return sorted;
}

/** The last second that a column holds, in 2106: whatever is valid for longer is valid until then. */
export const latestSecond = 0xffff_ffff;

/** Whether a row's demand is over at a moment, in milliseconds since 1970. */
export const isOverAt = ({ untilSecond, untilMs }: DemandColumns, row: number, now: number): boolean =>
  (untilSecond[row] ?? 0) * 1000 + (untilMs[row] ?? 0) <= now;

/** Whether the id of one row comes before that of another. */
export function isBefore(columns: DemandColumns, one: number, other: number): boolean {
  const { id0, id1, id2, id3 } = columns;
  const d0 = (id0[one] ?? 0) - (id0[other] ?? 0);
  if (d0 !== 0) return d0 < 0;
  const d1 = (id1[one] ?? 0) - (id1[other] ?? 0);
  if (d1 !== 0) return d1 < 0;
  const d2 = (id2[one] ?? 0) - (id2[other] ?? 0);
  return d2 === 0 ? (id3[one] ?? 0) < (id3[other] ?? 0) : d2 < 0;
}

/** Whether two rows are of the same demand. */
export const isSame = ({ id0, id1, id2, id3 }: DemandColumns, one: number, other: number): boolean =>
  id0[one] === id0[other] && id1[one] === id1[other] && id2[one] === id2[other] && id3[one] === id3[other];

const pairsOfDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const digitsOf = (word: number): string =>
  `${pairsOfDigits[word >>> 24]}${pairsOfDigits[(word >>> 16) & 255]}${pairsOfDigits[(word >>> 8) & 255]}${pairsOfDigits[word & 255]}`;

/** The id of a row's demand: one that came in as a DemandId. */
export function idOf({ id0, id1, id2, id3 }: DemandColumns, row: number): DemandId {
  const digits = [id0, id1, id2, id3].map((part) => digitsOf(part[row] ?? 0)).join('');
  return `demand-${digits}` as DemandId;
}
