import type { ListingId } from '../../../domain/ids.ts';
import { domainsOf, kindOf, type Listing, parseListing } from '../../../domain/listing/listing.ts';
import { expiryShardOf, makeDomainKey, makeListedOrder, makeOwnerKey } from './keys.ts';
import { shape } from './shape.ts';

type Row = Record<string, unknown>;
const { byOwner, byExpiry } = shape.listings.indexes;

/** The row of a listing. Only a listed one stands in the index by expiry. */
export function makeListingRow(listing: Listing): Row {
  const kind = kindOf(listing.id);
  return {
    [shape.listings.partitionKey]: listing.id,
    kind,
    version: listing.version,
    status: listing.status,
    [byOwner.partitionKey]: makeOwnerKey(listing.organizationId, kind),
    [byOwner.sortKey]: makeListedOrder(listing.createdAt, listing.id),
    [byExpiry.sortKey]: listing.validUntil,
    ...(listing.status === 'listed' && { [byExpiry.partitionKey]: expiryShardOf(listing.id) }),
    listing,
  };
}

/** The listing in a row. Throws a ZodError where the row is not one of ours. */
export function parseListingRow(row: Row): Listing {
  return parseListing(row['kind'] === 'demand' ? 'demand' : 'offer', row['listing']);
}

/** Under which domains the other side's matcher finds a listing: none unless it is listed. */
export function candidateKeys(listing: Listing): readonly Row[] {
  if (listing.status !== 'listed') return [];
  const kind = kindOf(listing.id);
  return domainsOf(listing).map((domain) => ({
    [shape.candidates.partitionKey]: makeDomainKey(kind, domain),
    [shape.candidates.sortKey]: listing.id satisfies ListingId,
  }));
}
