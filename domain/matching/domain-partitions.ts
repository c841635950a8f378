import { z } from 'zod';
import type { ListingId } from '../ids.ts';

/** Into how many partitions of the index one domain is spread. Each is read for itself, whatever it holds. */
const Width = z.int().min(1).max(64);

/**
 * How the index is spread: of which widths it is read, and of which it is written. Two where a zone goes from one width to
 * another (docs/adr/0007-index-for-matching.md): a transaction has no room for the rows of three.
 */
export const DomainPartitions = z
  .strictObject({ read: z.array(Width).min(1).max(2), write: Width })
  .refine(({ read }) => new Set(read).size === read.length, { path: ['read'], params: { code: 'named-twice' } })
  .refine(({ read, write }) => read.includes(write), { path: ['write'], params: { code: 'not-read' } });
export type DomainPartitions = z.infer<typeof DomainPartitions>;

/** As small zones have it: nothing is read beside what a domain holds. */
export const onePartition: DomainPartitions = { read: [1], write: 1 };

/** One of the partitions into which a domain is spread. */
export type Spread = { readonly width: number; readonly shard: number };

/** Where a listing stands: ids are random, so that each partition holds about as many. */
export const spreadOf = (id: ListingId, width: number): Spread => ({
  width,
  shard: Number.parseInt(id.slice(-8), 16) % width,
});

/** All partitions of a width. */
export const spreadsOf = (width: number): readonly Spread[] =>
  Array.from({ length: width }, (_, shard) => ({ width, shard }));

/** Widths under which a row may stand that is written under another today. */
export const otherWidths = ({ read, write }: DomainPartitions): readonly number[] =>
  read.filter((width) => width !== write);

/**
 * The widths in the order in which they are read, each behind the end of the one before. Whoever moves from the others to
 * the one that is written meanwhile is found where it goes, and whoever moves back where it comes to.
 */
export const readingOrder = (partitions: DomainPartitions): readonly number[] => {
  const others = otherWidths(partitions);
  return [...others, partitions.write, ...others];
};
