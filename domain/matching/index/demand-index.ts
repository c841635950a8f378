import type { Party } from '../../organization/organization.ts';
import type { JudgedDemand } from '../judged.ts';
import { type DemandColumns, inOrder, isBefore } from './demand-columns.ts';
import { type AskedBy, bucketCount, DemandRows, type Wish } from './demand-rows.ts';
import { TagLists } from './tag-lists.ts';

/** What stands for a group whose demands require no tag. */
export const requiresNone = 255;

/** The number of the tag of a list that fewest rows require; `requiresNone` of an empty one. */
function rarestOf(numbers: readonly number[], counts: Uint32Array): number {
  let rarest = requiresNone;
  for (const number of numbers) {
    if (rarest === requiresNone || (counts[number] ?? 0) < (counts[rarest] ?? 0)) rarest = number;
  }
  return rarest;
}

const groupsABucket = 256;

/** Where the rows of each key begin, by counting. */
function startsOf(keys: Uint32Array, keyCount: number): Uint32Array {
  const starts = new Uint32Array(keyCount + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < keyCount; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  return starts;
}

/**
 * Demands by domain, purpose and highest level, and within each by the rarest tag that they require: who carries that tag not
 * reads none of them. Within a group they stand in order of their ids.
 */
export class DemandIndex {
  readonly columns: DemandColumns;
  readonly length: number;
  /** What rows have in common, by the numbers in the columns; what was needed to number it is not kept. */
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
    const keys = keysOf(rows);
    const starts = startsOf(keys, bucketCount * groupsABucket);
    this.columns = inOrder(rows.columns, placesOf(rows, keys, starts));
    const filled: number[] = [];
    for (let key = 0; key < bucketCount * groupsABucket; key++) if (starts[key] !== starts[key + 1]) filled.push(key);
    this.groupTag = Uint8Array.from(filled, (key) => key % groupsABucket);
    this.groupStart = Uint32Array.from([...filled.map((key) => starts[key] ?? 0), rows.length]);
    this.groupsOf = startsOf(
      Uint32Array.from(filled, (key) => Math.floor(key / groupsABucket)),
      bucketCount,
    );
  }

  static of(demands: Iterable<AskedBy>): DemandIndex {
    // Few demands stand under several domains.
    const rows = new DemandRows(Array.isArray(demands) ? Math.ceil(demands.length * 1.2) : 1024);
    for (const asked of demands) rows.add(asked);
    return new DemandIndex(rows);
  }
}

function keysOf({ columns, buckets, length, required }: DemandRows): Uint32Array {
  const timesRequired = new Uint32Array(required.values.length);
  for (let row = 0; row < length; row++) {
    const list = columns.required[row] ?? 0;
    timesRequired[list] = (timesRequired[list] ?? 0) + 1;
  }
  const counts = new Uint32Array(groupsABucket);
  required.values.forEach((numbers, list) => {
    for (const number of numbers) counts[number] = (counts[number] ?? 0) + (timesRequired[list] ?? 0);
  });
  const rarest = Uint8Array.from(required.values, (list) => rarestOf(list, counts));
  const keys = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    keys[row] = (buckets[row] ?? 0) * groupsABucket + (rarest[columns.required[row] ?? 0] ?? requiresNone);
  }
  return keys;
}

/** The rows by key and, of one key, by id. */
function placesOf({ columns, length }: DemandRows, keys: Uint32Array, starts: Uint32Array): Uint32Array {
  const next = starts.slice();
  const places = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    const key = keys[row] ?? 0;
    const place = next[key] ?? 0;
    places[place] = row;
    next[key] = place + 1;
  }
  const byId = (one: number, other: number): number => (isBefore(columns, one, other) ? -1 : 1);
  for (let start = 0; start < length; ) {
    const end = starts[(keys[places[start] ?? 0] ?? 0) + 1] ?? length;
    for (let at = start + 1; at < end; at++) {
      // Where they came in order of their ids already, which is how they are read, nothing is sorted.
      if (isBefore(columns, places[at] ?? 0, places[at - 1] ?? 0)) {
        places.subarray(start, end).sort(byId);
        break;
      }
    }
    start = end;
  }
  return places;
}
