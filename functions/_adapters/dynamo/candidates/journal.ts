import { z } from 'zod';
import { ListingId, OrganizationId } from '../../../../domain/ids.ts';
import type { Listing } from '../../../../domain/listing/listing.ts';
import { Instant, secondsOf } from '../../../../domain/time.ts';
import { shape } from '../shape.ts';
import type { Row } from '../table/guarded-table.ts';
import { candidateRow, type Indexed, parseIndexed } from './candidate-rows.ts';

/**
 * From its stamp on, a version is on record within this time or never: whoever lists one is ended by its time-out of 15
 * seconds, and nobody sends it for longer than `sendingMs` (docs/adr/0007-index-for-matching.md).
 */
export const slowestWriteMs = 30_000;
export const sendingMs = 20_000;

/** So far the clocks of two machines may differ. */
export const clocksDifferMs = 10_000;

/** How long a row stays: longer than a matcher keeps what it read without reading all of it anew. */
const keptSeconds = 3600;
export const readAnewAfterMs = 1_800_000;

const { sortKey, timeToLive } = shape.candidates;

/** What became of a listing in a partition, and when whoever wrote that began to. */
export type Change = Indexed & { readonly stamp: number };

const isGone = { gone: true } as const;
const Gone = z.object({ gone: z.literal(true).optional() });
const Key = z.tuple([Instant, ListingId, z.string()]);

/** What the journal says of a version beside its key: what the index has of it, or that it stands there no more. */
export const changeRow = (listing: Listing, stamp: Instant, isListed: boolean): Row => ({
  ...(isListed ? candidateRow(listing) : { organizationId: listing.organizationId, v: listing.version, ...isGone }),
  [timeToLive]: secondsOf(stamp) + keptSeconds,
});

/** Throws a ZodError where the row is not one of ours. */
export function parseChange(row: Row): Change & { readonly organizationId: OrganizationId } {
  const [stamp, id] = Key.parse(String(row[sortKey]).slice(1).split('#'));
  const { version, candidate } = parseIndexed({ ...row, [sortKey]: id });
  const { gone } = Gone.parse(row);
  return {
    id,
    version,
    candidate: gone ? undefined : candidate,
    organizationId: OrganizationId.parse(row['organizationId']),
    stamp: Date.parse(stamp),
  };
}
