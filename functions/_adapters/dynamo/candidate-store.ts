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
import { type Indexed, isNewer } from './candidates/candidate-rows.ts';
import { type Keeping, makePartitionReader } from './candidates/partition-reader.ts';
import type { IndexPlace } from './keys.ts';

/** How many partitions are read at a time. */
const readsAtOnce = 16;

type Settings = Keeping & { readonly partitions: DomainPartitions };

/** Who stands under which domain: the matcher's index. */
export function makeCandidateStore(
  client: DynamoDBDocumentClient,
  name: string,
  { partitions, ...keeping }: Settings = { partitions: onePartition },
) {
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
    /** Every listed listing of a kind under any of the domains, each once, read consistently. */
    under,

    /** Ids of every listed listing of a kind that stands under a domain. */
    idsUnder: async (access: SystemAccess, kind: ListingKind, domain: string): Promise<readonly ListingId[]> => [
      ...(await under(access, kind, [domain])).keys(),
    ],
  };
}
