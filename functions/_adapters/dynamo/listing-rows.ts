import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mayTouchListing } from '../../../domain/access/visibility.ts';
import { kindOf, type Listing, parseListing } from '../../../domain/listing/listing.ts';
import { expiryShardOf, ownerOf } from './keys.ts';
import { makeListedOrder } from './orders.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';

const { byOwner, byExpiry } = shape.listings.indexes;

/** The row of a listing. Only a listed one stands in the index by expiry. */
export function makeListingRow(listing: Listing): Row {
  return {
    [shape.listings.partitionKey]: listing.id,
    kind: kindOf(listing.id),
    version: listing.version,
    status: listing.status,
    [byOwner.partitionKey]: ownerOf(listing),
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

/** The table of listings, each its organization's own. */
export const listingTable = (client: DynamoDBDocumentClient, name: string) =>
  new GuardedTable<'listings', Listing>(client, name, {
    parse: parseListingRow,
    mayRead: mayTouchListing,
    mayWrite: mayTouchListing,
  });
