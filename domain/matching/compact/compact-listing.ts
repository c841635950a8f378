import { isDemand, type Listing } from '../../listing/listing.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { type CompactDemand, readDemand, writeDemand } from './compact-demand.ts';
import { type CompactOffer, readOffer, writeOffer } from './compact-offer.ts';

/** What judging needs of a listed listing before anybody reads it, as the index for matching keeps it. */
export type CompactListing = CompactOffer | CompactDemand;

/** The form of the rows that are written today. One that says less, or otherwise, gets the next number. */
export const compactForm = 1;
const kinds = { offer: 0, demand: 1 };

/** A listed listing as a compact row: what judging reads of it and nothing else, some forty bytes where it asks little. */
export function writeCompact(listing: Listing): Uint8Array {
  const to = new ByteWriter().number(compactForm);
  if (isDemand(listing)) writeDemand(to.number(kinds.demand), listing);
  else writeOffer(to.number(kinds.offer), listing);
  return to.bytes;
}

/**
 * A compact row as it was written. Undefined where it is of a form, or holds something, that this code does not know: then
 * the listing itself must say.
 */
export function readCompact(row: Uint8Array): CompactListing | undefined {
  const from = new ByteReader(row);
  try {
    if (from.number() !== compactForm) return undefined;
    return from.number() === kinds.demand ? readDemand(from) : readOffer(from);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
