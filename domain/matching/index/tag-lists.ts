import { tagNumber } from '../../vocabulary/tag-numbers.ts';
import { hasBit, type TagBits } from '../compiled/tag-bits.ts';

/** Stands for a tag that the vocabulary does not have: no offer carries it. */
export const unknownTag = 255;

const numberOf = (tag: string): number => tagNumber(tag) ?? unknownTag;

/** So many tags make a number that a double holds. */
const mostInNumber = 5;

/** A list as a number, which is found again faster than a text; a long one as a text, by spaces, which no term has within. */
function keyOf(tags: readonly string[]): number | string {
  if (tags.length > mostInNumber) return tags.join(' ');
  let key = 0;
  for (const tag of tags) key = key * (unknownTag + 2) + numberOf(tag) + 1;
  return key;
}

/** Lists of tags that many rows have in common, once each: a row has the number of its list. */
export class SharedTagLists {
  private readonly numbers = new Map<number | string, number>();
  readonly values: (readonly number[])[] = [];

  numberOf(tags: readonly string[]): number {
    const key = keyOf(tags);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.values.length);
    return this.values.push(tags.map(numberOf)) - 1;
  }
}

/** Lists of tags one behind the other: a byte a tag and four a list. */
export class TagLists {
  private readonly starts: Uint32Array;
  private readonly tags: Uint8Array;

  constructor(lists: readonly (readonly number[])[]) {
    this.starts = new Uint32Array(lists.length + 1);
    this.tags = Uint8Array.from(lists.flat());
    let start = 0;
    lists.forEach((list, number) => {
      start += list.length;
      this.starts[number + 1] = start;
    });
  }

  get length(): number {
    return this.starts.length - 1;
  }

  lengthOf(list: number): number {
    return (this.starts[list + 1] ?? 0) - (this.starts[list] ?? 0);
  }

  /** How many tags of a list do not stand in a set. */
  absentFrom(bits: TagBits, list: number): number {
    let absent = 0;
    for (let at = this.starts[list] ?? 0; at < (this.starts[list + 1] ?? 0); at++) {
      const tag = this.tags[at] ?? unknownTag;
      if (tag === unknownTag || !hasBit(bits, tag)) absent += 1;
    }
    return absent;
  }

  /** Whether a set has each tag of a list. */
  isWithin(bits: TagBits, list: number): boolean {
    for (let at = this.starts[list] ?? 0; at < (this.starts[list + 1] ?? 0); at++) {
      const tag = this.tags[at] ?? unknownTag;
      if (tag === unknownTag || !hasBit(bits, tag)) return false;
    }
    return true;
  }
}
