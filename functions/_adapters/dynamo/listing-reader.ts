import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ListingId, OrganizationId } from '../../../domain/ids.ts';
import type { Listing, ListingKind } from '../../../domain/listing/listing.ts';
import type { ListingStatus } from '../../../domain/listing/parts.ts';
import type { Instant } from '../../../domain/time.ts';
import { batchGet } from './batch-get.ts';
import { makeCursor, type Page, type PageRequest } from './cursor.ts';
import { expiryShards, makeListedOrder, makeOwnerKey } from './keys.ts';
import { parseListingRow } from './listing-rows.ts';
import { queryAll, queryPage } from './query.ts';
import { shape } from './shape.ts';

const key = shape.listings.partitionKey;
const { byOwner, byExpiry } = shape.listings.indexes;

/** Reads listings. */
export function makeListingReader(client: DynamoDBDocumentClient, table: string) {
  return {
    async get(id: ListingId): Promise<Listing | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { [key]: id }, ConsistentRead: true }),
      );
      return Item && parseListingRow(Item);
    },

    async getMany(ids: Iterable<ListingId>): Promise<readonly Listing[]> {
      const rows = await batchGet(
        client,
        table,
        [...new Set(ids)].map((id) => ({ [key]: id })),
      );
      return rows.map(parseListingRow);
    },

    /** An organization's own listings of a kind, oldest first. */
    async pageOf(
      organization: OrganizationId,
      kind: ListingKind,
      request: PageRequest & { readonly status?: ListingStatus },
    ): Promise<Page<Listing>> {
      const owner = makeOwnerKey(organization, kind);
      const { rows, last } = await queryPage(
        client,
        {
          TableName: table,
          IndexName: 'byOwner',
          KeyConditionExpression: '#owner = :owner',
          ExpressionAttributeNames: { '#owner': byOwner.partitionKey },
          ExpressionAttributeValues: { ':owner': owner },
          ...(request.after && {
            ExclusiveStartKey: {
              [key]: request.after.id,
              [byOwner.partitionKey]: owner,
              [byOwner.sortKey]: request.after.sortKey,
            },
          }),
        },
        request.limit,
        (row) => request.status === undefined || row['status'] === request.status,
      );
      const items = rows.map(parseListingRow);
      const end = last && parseListingRow(last);
      return { items, ...(end && { nextCursor: makeCursor(makeListedOrder(end.createdAt, end.id), end.id) }) };
    },

    /** Every listing of an organization that is listed now, by the index (which may lag a moment behind). */
    async *listedOf(organization: OrganizationId): AsyncGenerator<Listing> {
      for (const kind of ['offer', 'demand'] as const) {
        const rows = queryAll(client, {
          TableName: table,
          IndexName: 'byOwner',
          KeyConditionExpression: '#owner = :owner',
          ExpressionAttributeNames: { '#owner': byOwner.partitionKey },
          ExpressionAttributeValues: { ':owner': makeOwnerKey(organization, kind) },
        });
        for await (const row of rows) if (row['status'] === 'listed') yield parseListingRow(row);
      }
    },

    /** Every listed listing whose `validUntil` is not after `now`. */
    async *dueBy(now: Instant): AsyncGenerator<Listing> {
      for (const shard of expiryShards) {
        const rows = queryAll(client, {
          TableName: table,
          IndexName: 'byExpiry',
          KeyConditionExpression: '#shard = :shard AND #validUntil <= :now',
          ExpressionAttributeNames: { '#shard': byExpiry.partitionKey, '#validUntil': byExpiry.sortKey },
          ExpressionAttributeValues: { ':shard': shard, ':now': now },
        });
        for await (const row of rows) yield parseListingRow(row);
      }
    },
  };
}
