import { tagNumber } from '../../vocabulary/tag-numbers.ts';
import { hasBit, type TagBits } from '../compiled/tag-bits.ts';

/** Stands for a tag that the vocabulary does not have: no offer carries it. */
export const unknownTag = 255;

/** The numbers of tags. */
export const numbersOf = (tags: readonly string[]): readonly number[] =>
  tags.map((tag) => tagNumber(tag) ?? unknownTag);

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
