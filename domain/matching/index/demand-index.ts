import type { Party } from '../../organization/organization.ts';
import type { JudgedDemand } from '../judged.ts';
import { type AskedBy, bucketCount, DemandRows, type Wish } from './demand-rows.ts';
import type { DemandTable } from './demand-table.ts';
import { TagLists } from './tag-lists.ts';

/** What stands for a group whose demands require no tag. */
export const requiresNone = 255;

/** Numbers of tags, and that of none. */
const tagsAndNone = requiresNone + 1;

/** The number of the tag of a list that fewest rows require; `requiresNone` of an empty one. */
function rarestOf(numbers: readonly number[], counts: Uint32Array): number {
  let rarest = requiresNone;
  for (const number of numbers) {
    if (rarest === requiresNone || (counts[number] ?? 0) < (counts[rarest] ?? 0)) rarest = number;
  }
  return rarest;
}

/** Where what has each key begins, by counting. */
function startsOf(keys: Keys, keyCount: number): Uint32Array {
  const starts = new Uint32Array(keyCount + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < keyCount; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  return starts;
}

/** A number for each row. */
type Keys = Uint8Array | Uint16Array;

/** Rows in order of their keys; those of one key as they stood before, or in turn. */
function sortedBy(keys: Keys, keyCount: number, before?: Uint32Array): Uint32Array {
  const next = startsOf(keys, keyCount);
  const sorted = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const row = before ? (before[at] ?? 0) : at;
    const key = keys[row] ?? 0;
    const place = next[key] ?? 0;
    sorted[place] = row;
    next[key] = place + 1;
  }
  return sorted;
}

/**
 * Demands by domain, purpose and highest level, and within each by the rarest tag that they require: who carries that tag not
 * reads none of them. Within a group they stand in order of their ids.
 */
export class DemandIndex {
  readonly table: DemandTable;
  readonly length: number;
  /** What rows have in common, by the numbers in the rows; what was needed to number it is not kept. */
  readonly wishes: readonly Wish[];
  readonly required: TagLists;
  readonly preferred: TagLists;
  readonly places: readonly string[];
  readonly budgets: readonly JudgedDemand['budget'][];
  readonly buyers: readonly Party[];
  /** Demands with a term that the vocabulary does not have. */
  readonly odd: readonly AskedBy[];
  /** The groups of a bucket are those from its place here up to the next one's. */
  readonly groupsOf: Uint32Array;
  /** The rarest tag of each group, and where its rows begin; they end where the next begin. */
  readonly groupTag: Uint8Array;
  readonly groupStart: Uint32Array;

  private constructor(rows: DemandRows) {
    this.length = rows.length;
    this.wishes = rows.wishes.values;
    this.required = new TagLists(rows.required.values);
    this.preferred = new TagLists(rows.preferred.values);
    this.places = rows.places.values;
    this.budgets = rows.budgets;
    this.buyers = rows.buyers.values;
    this.odd = rows.odd;
    const { buckets, length } = rows;
    const tags = rarestTags(rows);
    const order = sortedBy(buckets.subarray(0, length), bucketCount, sortedBy(tags, tagsAndNone));
    const isAlike = (one: number, other: number): boolean =>
      tags[one] === tags[other] && buckets[one] === buckets[other];
    const starts = groupStarts(order, isAlike);
    sortById(rows, order, starts);
    const firsts = starts.map((start) => order[start] ?? 0);
    this.table = rows.table;
    this.table.trim();
    this.table.putInOrder(order);
    this.groupTag = Uint8Array.from(firsts, (row) => tags[row] ?? requiresNone);
    this.groupStart = Uint32Array.from([...starts, length]);
    this.groupsOf = startsOf(
      Uint16Array.from(firsts, (row) => buckets[row] ?? 0),
      bucketCount,
    );
  }

  static of(demands: Iterable<AskedBy>): DemandIndex {
    const rows = new DemandRows(Array.isArray(demands) ? rowsOf(demands) : 1024);
    for (const asked of demands) rows.add(asked);
    return new DemandIndex(rows);
  }
}

/** How many rows these demands have, where all of them are listed. */
const rowsOf = (demands: readonly AskedBy[]): number =>
  demands.reduce((sum, { demand }) => sum + demand.domains.length, 0);

/** The rarest tag that each row requires. */
function rarestTags({ table, length, required }: DemandRows): Uint8Array {
  const timesRequired = new Uint32Array(required.values.length);
  for (let row = 0; row < length; row++) {
    const list = table.required(row);
    timesRequired[list] = (timesRequired[list] ?? 0) + 1;
  }
  const counts = new Uint32Array(tagsAndNone);
  required.values.forEach((numbers, list) => {
    for (const number of numbers) counts[number] = (counts[number] ?? 0) + (timesRequired[list] ?? 0);
  });
  const rarest = Uint8Array.from(required.values, (list) => rarestOf(list, counts));
  const tags = new Uint8Array(length);
  for (let row = 0; row < length; row++) tags[row] = rarest[table.required(row)] ?? requiresNone;
  return tags;
}

/** Where another group begins than that of the row before. */
function groupStarts(places: Uint32Array, isAlike: (one: number, other: number) => boolean): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < places.length; at++) {
    if (at === 0 || !isAlike(places[at] ?? 0, places[at - 1] ?? 0)) starts.push(at);
  }
  return starts;
}

/** Puts the rows of each group in order of their ids. */
function sortById({ table }: DemandRows, places: Uint32Array, starts: readonly number[]): void {
  const byId = (one: number, other: number): number => (table.isBefore(one, other) ? -1 : 1);
  starts.forEach((start, group) => {
    const end = starts[group + 1] ?? places.length;
    for (let at = start + 1; at < end; at++) {
      // Where they came in order of their ids already, which is how they are read, nothing is sorted.
      if (table.isBefore(places[at] ?? 0, places[at - 1] ?? 0)) {
        places.subarray(start, end).sort(byId);
        break;
      }
    }
  });
}
