import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { ListingId, OrganizationId } from '../../../domain/ids.ts';
import type { ListingKind } from '../../../domain/listing/listing.ts';
import { type Part, whole } from '../../../domain/matching/parts.ts';
import { makeDomainKey } from './keys.ts';
import { queryAll, queryPage } from './query.ts';
import { shape } from './shape.ts';

const { partitionKey, sortKey } = shape.candidates;
const CandidateRow = z.object({ [sortKey]: ListingId, organizationId: OrganizationId });

/** How many partitions are read at a time. */
const readsAtOnce = 8;

/** How far a search goes: ids of one part alone, and no further than behind `most` of them. */
export type Reach = { readonly part: Part; readonly most: number };

/** What a search found. Where it is not `complete`, there are more than `most`, and `ids` are some of them. */
export type Candidates = { readonly ids: ReadonlySet<ListingId>; readonly complete: boolean };

/** Who stands under which domain: the matcher's index. */
export function makeCandidateStore(client: DynamoDBDocumentClient, table: string) {
  const under = (kind: ListingKind, domain: string, part: Part) => ({
    TableName: table,
    KeyConditionExpression: '#domain = :domain AND begins_with(#id, :first)',
    ExpressionAttributeNames: { '#domain': partitionKey, '#id': sortKey },
    ExpressionAttributeValues: { ':domain': makeDomainKey(kind, domain), ':first': `${kind}-${part}` },
    ConsistentRead: true,
  });

  return {
    /**
     * Ids of the listed listings of a kind under any of the domains, each once, but those of `except`, the first domain's
     * first. Read consistently: of two listings posted at the same instant, the later to be matched finds the other.
     */
    async find(
      kind: ListingKind,
      domains: readonly string[],
      except: OrganizationId,
      { part, most }: Reach,
    ): Promise<Candidates> {
      const ids = new Set<ListingId>();
      let complete = true;
      for (let start = 0; start < domains.length && ids.size <= most; start += readsAtOnce) {
        const some = domains.slice(start, start + readsAtOnce);
        const pages = await Promise.all(some.map((domain) => queryPage(client, under(kind, domain, part), most)));
        complete &&= pages.every(({ last }) => last === undefined);
        for (const row of pages.flatMap(({ rows }) => rows).map((one) => CandidateRow.parse(one))) {
          if (row.organizationId !== except) ids.add(row.listingId);
        }
      }
      return { ids, complete: complete && ids.size <= most };
    },

    /** Ids of every listed listing of a kind that stands under a domain. */
    async idsUnder(kind: ListingKind, domain: string): Promise<readonly ListingId[]> {
      const rows = queryAll(client, under(kind, domain, whole));
      return Array.fromAsync(rows, (row) => CandidateRow.parse(row).listingId);
    },
  };
}
