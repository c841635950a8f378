import { z } from 'zod';
import { ListingId, OrganizationId } from '../../../../domain/ids.ts';
import type { Listing } from '../../../../domain/listing/listing.ts';
import { readCompact, writeCompact } from '../../../../domain/matching/compact/compact-listing.ts';
import type { Candidate } from '../../../../domain/matching/shortlist.ts';
import { shape } from '../shape.ts';
import type { Row } from '../table/guarded-table.ts';

/**
 * What DynamoDB counts of a row, its names among it, is read with each look of a matcher: two of them are a letter, the
 * version and the compact row. Rows of before 2026-11-28 have neither.
 */
const IndexRow = z.object({
  [shape.candidates.sortKey]: ListingId,
  organizationId: OrganizationId,
  v: z.int().optional(),
  c: z.instanceof(Uint8Array).optional(),
});

/** A listing as the index has it in a partition, in a version; 0 where its row does not say which. */
export type Indexed = {
  readonly id: ListingId;
  readonly version: number;
  /** Undefined where it stands there no more. */
  readonly candidate: Candidate | undefined;
};

/** A row of the index. Throws a ZodError where it is not one of ours. */
export function parseIndexed(row: Row): Indexed & { readonly candidate: Candidate } {
  const { listingId: id, organizationId, v: version = 0, c: compact } = IndexRow.parse(row);
  return { id, version, candidate: { id, organizationId, compact: compact && readCompact(compact) } };
}

/** What the row of a listed listing says beside its key. */
export const candidateRow = (listing: Listing): Row => ({
  organizationId: listing.organizationId,
  v: listing.version,
  c: writeCompact(listing),
});

/**
 * Whether one reading of a listing says something newer than another. Of one version that it stands somewhere is the newer:
 * it moved there, and what it left says that it is gone.
 */
export const isNewer = (one: Indexed, other: Indexed | undefined): boolean =>
  !other || one.version > other.version || (one.version === other.version && !other.candidate && !!one.candidate);
