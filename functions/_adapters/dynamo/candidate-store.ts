import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import type { SystemAccess } from '../../../domain/access/access.ts';
import type { ListingId } from '../../../domain/ids.ts';
import type { ListingKind } from '../../../domain/listing/listing.ts';
import {
  type DomainPartitions,
  onePartition,
  readingOrder,
  spreadsOf,
} from '../../../domain/matching/domain-partitions.ts';
import type { Candidate } from '../../../domain/matching/shortlist.ts';
import { type Indexed, isNewer, parseIndexed } from './candidates/candidate-rows.ts';
import { indexTable, type Keeping, makePartitionReader } from './candidates/partition-reader.ts';
import { candidatesIn, type IndexPlace } from './keys.ts';

/** How many partitions are read at a time. */
const readsAtOnce = 16;

/** The same where not all of them may be needed. */
const someAtOnce = 8;

type Settings = Keeping & { readonly partitions: DomainPartitions };

/** Who stands under which domain: the matcher's index. */
export function makeCandidateStore(
  client: DynamoDBDocumentClient,
  name: string,
  { partitions, ...keeping }: Settings = { partitions: onePartition },
) {
  const readPartition = makePartitionReader(client, name, keeping);
  const rows = indexTable(client, name, parseIndexed);

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
     * Of those under any of the domains at most `most`, the first domains' first, and whether these are all: for whoever waits
     * for an answer, however much stands there.
     */
    async some(access: SystemAccess, kind: ListingKind, domains: readonly string[], most: number) {
      const candidates = new Map<ListingId, Candidate>();
      const places = domains.flatMap((domain) => placesOf(kind, [domain]).flat());
      let complete = true;
      for (let start = 0; start < places.length && candidates.size <= most; start += someAtOnce) {
        const read = (place: IndexPlace) => rows.page(candidatesIn(access, place), most);
        const pages = await Promise.all(places.slice(start, start + someAtOnce).map(read));
        complete &&= pages.every(({ last }) => last === undefined);
        for (const { candidate } of pages.flatMap(({ items }) => items)) candidates.set(candidate.id, candidate);
      }
      const kept = new Map([...candidates].slice(0, most));
      return { candidates: kept, complete: complete && candidates.size <= most };
    },

    /** Every listed listing of a kind under any of the domains, each once, read consistently. */
    under,

    /** Ids of every listed listing of a kind that stands under a domain. */
    idsUnder: async (access: SystemAccess, kind: ListingKind, domain: string): Promise<readonly ListingId[]> => [
      ...(await under(access, kind, [domain])).keys(),
    ],
  };
}
