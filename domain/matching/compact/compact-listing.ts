import type { Listing } from '../../listing/listing.ts';

/** What judging needs of a listing before anybody reads it, as the index for matching keeps it. */
export type CompactListing = { readonly version: number };

/** A listing as a compact row. */
export function writeCompact({ version }: Pick<Listing, 'version'>): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ version }));
}

/** A compact row as it was written; undefined where it is of a form that this code does not know: then the listing itself says. */
export function readCompact(row: Uint8Array): CompactListing | undefined {
  return JSON.parse(new TextDecoder().decode(row));
}
