import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SystemAccess } from '../../../domain/access/access.ts';
import { isSystem } from '../../../domain/access/visibility.ts';
import type { ListingId, OrganizationId } from '../../../domain/ids.ts';
import type { ListingKind } from '../../../domain/listing/listing.ts';
import { type Part, whole } from '../../../domain/matching/parts.ts';
import type { Candidate } from '../../../domain/matching/shortlist.ts';
import { type Indexed, parseCandidateRow } from './candidates/candidate-rows.ts';
import { candidatesUnder } from './keys.ts';
import { GuardedTable } from './table/guarded-table.ts';

/** How many partitions are read at a time. */
const readsAtOnce = 8;

/** How far a search goes: ids of one part alone, and no further than behind `most` of them. */
export type Reach = { readonly part: Part; readonly most: number };

/** What a search found. Where it is not `complete`, there are more than `most`, and `ids` are some of them. */
export type Candidates = { readonly ids: ReadonlySet<ListingId>; readonly complete: boolean };

/** Who stands under which domain: the matcher's index. */
export function makeCandidateStore(client: DynamoDBDocumentClient, name: string) {
  const table = new GuardedTable<'candidates', Indexed>(client, name, {
    parse: parseCandidateRow,
    mayRead: isSystem,
    mayWrite: () => false,
  });

  return {
    /**
     * Ids of the listed listings of a kind under any of the domains, each once, of whom it may meet, the first domain's
     * first. Read consistently: of two listings posted at the same instant, the later to be matched finds the other.
     */
    async find(
      access: SystemAccess,
      kind: ListingKind,
      domains: readonly string[],
      mayMeet: (organization: OrganizationId) => boolean,
      { part, most }: Reach,
    ): Promise<Candidates> {
      const ids = new Set<ListingId>();
      let complete = true;
      for (let start = 0; start < domains.length && ids.size <= most; start += readsAtOnce) {
        const some = domains.slice(start, start + readsAtOnce);
        const pages = await Promise.all(
          some.map((domain) => table.page(candidatesUnder(access, kind, domain, part), most)),
        );
        complete &&= pages.every(({ last }) => last === undefined);
        for (const { candidate } of pages.flatMap(({ items }) => items)) {
          if (mayMeet(candidate.organizationId)) ids.add(candidate.id);
        }
      }
      return { ids, complete: complete && ids.size <= most };
    },

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
        for (const { candidate } of rows.flat()) found.set(candidate.id, candidate);
      }
      return found;
    },

    /** Ids of every listed listing of a kind that stands under a domain. */
    async idsUnder(access: SystemAccess, kind: ListingKind, domain: string): Promise<readonly ListingId[]> {
      return Array.fromAsync(
        table.query(candidatesUnder(access, kind, domain, whole)),
        ({ candidate }) => candidate.id,
      );
    },
  };
}
