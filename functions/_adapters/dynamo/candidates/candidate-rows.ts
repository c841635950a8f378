import { z } from 'zod';
import { ListingId, OrganizationId } from '../../../../domain/ids.ts';
import type { Listing } from '../../../../domain/listing/listing.ts';
import { readCompact, writeCompact } from '../../../../domain/matching/compact/compact-listing.ts';
import type { Candidate } from '../../../../domain/matching/shortlist.ts';
import { shape } from '../shape.ts';
import type { Row } from '../table/guarded-table.ts';

/**
 * What DynamoDB counts of a row, its names among it, is read with each look of a matcher: two of them are a letter. Rows of
 * before 2026-11-28 have neither version nor compact row.
 */
const attributes = { version: 'v', compact: 'c' } as const;

const CandidateRow = z.object({
  [shape.candidates.sortKey]: ListingId,
  organizationId: OrganizationId,
  [attributes.version]: z.int().optional(),
  [attributes.compact]: z.instanceof(Uint8Array).optional(),
});

/** A listed listing as the index has it; version 0 where its row does not say which. */
export type Indexed = { readonly version: number; readonly candidate: Candidate };

/** Throws a ZodError where the row is not one of ours. */
export function parseCandidateRow(row: Row): Indexed {
  const { listingId: id, organizationId, v: version = 0, c: compact } = CandidateRow.parse(row);
  return { version, candidate: { id, organizationId, compact: compact && readCompact(compact) } };
}

/** What the row of a listed listing says beside its key. */
export const candidateRow = (listing: Listing): Row => ({
  organizationId: listing.organizationId,
  [attributes.version]: listing.version,
  [attributes.compact]: writeCompact(listing),
});
