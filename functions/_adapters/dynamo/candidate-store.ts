import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { ListingId, OrganizationId } from '../../../domain/ids.ts';
import type { ListingKind } from '../../../domain/listing/listing.ts';
import { makeDomainKey } from './keys.ts';
import { queryAll } from './query.ts';
import { shape } from './shape.ts';

const { partitionKey, sortKey } = shape.candidates;
const CandidateRow = z.object({ [sortKey]: ListingId, organizationId: OrganizationId });

/** How many partitions are read at a time. */
const readsAtOnce = 8;

/** Who stands under which domain: the matcher's index. */
export function makeCandidateStore(client: DynamoDBDocumentClient, table: string) {
  async function under(kind: ListingKind, domain: string) {
    const rows = queryAll(client, {
      TableName: table,
      KeyConditionExpression: '#domain = :domain',
      ExpressionAttributeNames: { '#domain': partitionKey },
      ExpressionAttributeValues: { ':domain': makeDomainKey(kind, domain) },
      ConsistentRead: true,
    });
    return Array.fromAsync(rows, (row) => CandidateRow.parse(row));
  }

  return {
    /**
     * Ids of the listed listings of a kind under any of the domains, each once, but those of `except`. Read consistently:
     * of two listings posted at the same instant, the later to be matched finds the other.
     */
    async find(kind: ListingKind, domains: readonly string[], except: OrganizationId): Promise<ReadonlySet<ListingId>> {
      const found = new Set<ListingId>();
      for (let start = 0; start < domains.length; start += readsAtOnce) {
        const pages = await Promise.all(domains.slice(start, start + readsAtOnce).map((domain) => under(kind, domain)));
        for (const row of pages.flat()) if (row.organizationId !== except) found.add(row.listingId);
      }
      return found;
    },

    /** Ids of every listed listing of a kind that stands under a domain. */
    async idsUnder(kind: ListingKind, domain: string): Promise<readonly ListingId[]> {
      return (await under(kind, domain)).map(({ listingId }) => listingId);
    },
  };
}
