import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import type { SystemAccess } from '../../../domain/access/access.ts';
import type { ListingId, OrganizationId } from '../../../domain/ids.ts';
import type { ListingKind } from '../../../domain/listing/listing.ts';
import {
  type DomainPartitions,
  onePartition,
  readingOrder,
  spreadsOf,
} from '../../../domain/matching/domain-partitions.ts';
import type { Part } from '../../../domain/matching/parts.ts';
import type { Candidate } from '../../../domain/matching/shortlist.ts';
import { type Indexed, isNewer, parseIndexed } from './candidates/candidate-rows.ts';
import { indexTable, type Keeping, makePartitionReader } from './candidates/partition-reader.ts';
import { candidatesIn, type IndexPlace } from './keys.ts';

/** How many partitions are read at a time. */
const readsAtOnce = 16;

/** How many of them where a search may end before it has read them all. */
const searchedAtOnce = 8;

/** How far a search goes: ids of one part alone, and no further than behind `most` of them. */
export type Reach = { readonly part: Part; readonly most: number };

/** What a search found. Where it is not `complete`, there are more than `most`, and `ids` are some of them. */
export type Candidates = { readonly ids: ReadonlySet<ListingId>; readonly complete: boolean };

type Settings = Keeping & { readonly partitions: DomainPartitions };

/** Who stands under which domain: the matcher's index. */
export function makeCandidateStore(
  client: DynamoDBDocumentClient,
  name: string,
  { partitions, ...keeping }: Settings = { partitions: onePartition },
) {
  const table = indexTable(client, name, parseIndexed);
  const readPartition = makePartitionReader(client, name, keeping);

  /** Partitions to read, some of them behind others: whoever moves between two meanwhile is found in one of them. */
  const placesOf = (kind: ListingKind, domains: readonly string[]): readonly (readonly IndexPlace[])[] =>
    readingOrder(partitions).map((width) =>
      domains.flatMap((domain) => spreadsOf(width).map((spread) => ({ kind, domain, spread }))),
    );

  async function under(
    access: SystemAccess,
    kind: ListingKind,
    domains: readonly string[],
  ): Promise<ReadonlyMap<ListingId, Candidate>> {
    const found = new Map<ListingId, Indexed>();
    for (const places of placesOf(kind, domains)) {
      const read = (place: IndexPlace) => readPartition(access, place);
      for (const rows of await pMap(places, read, { concurrency: readsAtOnce })) {
        for (const row of rows) if (isNewer(row, found.get(row.id))) found.set(row.id, row);
      }
    }
    return new Map(found.values().flatMap(({ id, candidate }) => (candidate ? [[id, candidate] as const] : [])));
  }

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
      for (const places of placesOf(kind, domains)) {
        for (let start = 0; start < places.length && ids.size <= most; start += searchedAtOnce) {
          const some = places.slice(start, start + searchedAtOnce);
          const pages = await Promise.all(some.map((place) => table.page(candidatesIn(access, place, part), most)));
          complete &&= pages.every(({ last }) => last === undefined);
          for (const { candidate } of pages.flatMap(({ items }) => items)) {
            if (mayMeet(candidate.organizationId)) ids.add(candidate.id);
          }
        }
      }
      return { ids, complete: complete && ids.size <= most };
    },

    /** Every listed listing of a kind under any of the domains, each once, read consistently. */
    under,

    /** Ids of every listed listing of a kind that stands under a domain. */
    idsUnder: async (access: SystemAccess, kind: ListingKind, domain: string): Promise<readonly ListingId[]> => [
      ...(await under(access, kind, [domain])).keys(),
    ],
  };
}
