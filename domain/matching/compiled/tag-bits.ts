import { withImplied } from '../../vocabulary/compliance-tags.ts';
import { tagCount, tagNumber } from '../../vocabulary/tag-numbers.ts';

/** A set of tags, a bit each, in words of 32. */
export type TagBits = Uint32Array;

/** How many words hold a bit for each tag. */
export const words = Math.ceil(tagCount / 32);

const noTags = (): TagBits => new Uint32Array(words);

/** Sets a bit. */
export function addBit(bits: TagBits, number: number): void {
  const word = number >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (number & 31));
}

/** The bits of tags. What the vocabulary does not have has none. */
export function bitsOf(tags: Iterable<string>): TagBits {
  const bits = noTags();
  for (const tag of tags) {
    const number = tagNumber(tag);
    if (number !== undefined) addBit(bits, number);
  }
  return bits;
}

/** The bits of tags and of all that they imply. */
export const closureOf = (tags: Iterable<string>): TagBits => bitsOf(withImplied(tags));

/** What stands in any of the sets. */
export function unionOf(...sets: readonly TagBits[]): TagBits {
  const all = noTags();
  for (const set of sets) for (let word = 0; word < words; word++) all[word] = (all[word] ?? 0) | (set[word] ?? 0);
  return all;
}

/** What of one set stands in the other too. */
export const commonOf = (one: TagBits, other: TagBits): TagBits => one.map((word, index) => word & (other[index] ?? 0));

/** What of one set does not stand in the other. */
export const without = (one: TagBits, other: TagBits): TagBits => one.map((word, index) => word & ~(other[index] ?? 0));

/** Whether all of one set stands in the other. */
export function isWithin(one: TagBits, other: TagBits): boolean {
  for (let word = 0; word < words; word++) if (((one[word] ?? 0) & ~(other[word] ?? 0)) !== 0) return false;
  return true;
}

/** Whether anything stands in both sets. */
export function meets(one: TagBits, other: TagBits): boolean {
  for (let word = 0; word < words; word++) if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true;
  return false;
}

export const hasBit = (bits: TagBits, number: number): boolean =>
  (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;

/** A set as text: two sets are the same where their texts are. */
export const keyOf = (bits: TagBits): string => bits.join();
