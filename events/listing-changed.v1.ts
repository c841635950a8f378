import * as z from 'zod';
import { ListingId, OrganizationId } from '../domain/ids.ts';
import { ListingKind } from '../domain/listing/listing.ts';
import { ListingStatus, ListingVersion } from '../domain/listing/parts.ts';
import { envelope } from './envelope.ts';

/** A listing was published, revised, withdrawn, suspended or expired. Ids and state alone: no contents leave the table. */
export const ListingChangedV1 = envelope(
  'listing-changed.v1',
  z.strictObject({
    listingId: ListingId,
    kind: ListingKind,
    organizationId: OrganizationId,
    version: ListingVersion,
    status: ListingStatus,
  }),
);
export type ListingChangedV1 = z.infer<typeof ListingChangedV1>;
