import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { SystemAccess } from '../../../domain/access/access.ts';
import { isSystem } from '../../../domain/access/visibility.ts';
import { ListingId, OrganizationId } from '../../../domain/ids.ts';
import type { ListingKind } from '../../../domain/listing/listing.ts';
import { whole } from '../../../domain/matching/parts.ts';
import type { Candidate } from '../../../domain/matching/shortlist.ts';
import { candidatesUnder } from './keys.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';

const CandidateRow = z.object({ [shape.candidates.sortKey]: ListingId, organizationId: OrganizationId });
type CandidateRow = z.infer<typeof CandidateRow>;

/** How many partitions are read at a time. */
const readsAtOnce = 8;

/** Who stands under which domain: the matcher's index. */
export function makeCandidateStore(client: DynamoDBDocumentClient, name: string) {
  const guard = { parse: (row: Row) => CandidateRow.parse(row), mayRead: isSystem, mayWrite: isSystem };
  const table = new GuardedTable<'candidates', CandidateRow>(client, name, guard);

  return {
    /** Every listed listing of a kind under any of the domains, each once, read consistently. */
    async under(
      access: SystemAccess,
      kind: ListingKind,
      domains: readonly string[],
    ): Promise<ReadonlyMap<ListingId, Candidate>> {
      const found = new Map<ListingId, Candidate>();
      for (let start = 0; start < domains.length; start += readsAtOnce) {
        const some = domains.slice(start, start + readsAtOnce);
        const rows = await Promise.all(
          some.map((domain) => Array.fromAsync(table.query(candidatesUnder(access, kind, domain, whole)))),
        );
        for (const { listingId: id, organizationId } of rows.flat()) {
          found.set(id, { id, organizationId, compact: undefined });
        }
      }
      return found;
    },

    /** Ids of every listed listing of a kind that stands under a domain. */
    async idsUnder(access: SystemAccess, kind: ListingKind, domain: string): Promise<readonly ListingId[]> {
      return Array.fromAsync(table.query(candidatesUnder(access, kind, domain, whole)), ({ listingId }) => listingId);
    },
  };
}
