import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SystemAccess } from '../../../domain/access/access.ts';
import type { OrganizationId } from '../../../domain/ids.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { type Instant, secondsOf } from '../../../domain/time.ts';
import type { Kept } from './kept-rows.ts';
import { listingKey, openListingsKey, usageKey } from './keys.ts';
import { listingTable } from './listing-rows.ts';
import { shape } from './shape.ts';
import { transact, type Write } from './table/transact.ts';
import { usageTable } from './usage-store.ts';

/** A transaction has at most 100 writes; one is the count. */
const mostAtOnce = 99;

/** A year: how long what was counted can be told of again. */
const keptSeconds = 365 * 86_400;

const { timeToLive } = shape.usage;

/** Of what an organization's deletion has had go, and of what it has left, it keeps a number each. */
const counters = [
  'listings',
  'history',
  'matches',
  'deliveries',
  'invitations',
  'preferences',
  'kept-matches',
] as const;
type Counter = (typeof counters)[number];
export type Erased = Readonly<Record<Counter, number>>;

/** A condition did not hold that always does: somebody else deletes the same at the same time. */
export class ErasedMeanwhile extends Error {
  override readonly name = 'ErasedMeanwhile';
}

/** Has rows go, and counts each in the very transaction that removes it: the numbers are never others. */
export function makeErasingStore(
  client: DynamoDBDocumentClient,
  tables: { readonly listings: string; readonly usage: string },
) {
  const usage = usageTable(client, tables.usage);
  const listings = listingTable(client, tables.listings);
  const meter = (access: SystemAccess, id: OrganizationId, counter: Counter) =>
    usageKey(access, `deletion#${id}`, counter);

  const counting = (access: SystemAccess, id: OrganizationId, counter: Counter, count: number, now: Instant): Write =>
    usage.counting(meter(access, id, counter), {
      UpdateExpression: 'ADD #used :count SET #end = if_not_exists(#end, :end)',
      ExpressionAttributeNames: { '#used': 'used', '#end': timeToLive },
      ExpressionAttributeValues: { ':count': count, ':end': secondsOf(now) + keptSeconds },
    });

  async function write(writes: readonly Write[]): Promise<void> {
    if (!(await transact(client, writes))) throw new ErasedMeanwhile('the same is deleted by somebody else');
  }

  return {
    /** Has rows of one table go. */
    async remove(access: SystemAccess, id: OrganizationId, rows: readonly Kept[], now: Instant): Promise<void> {
      for (const [table, all] of Map.groupBy(rows, (row) => row.table)) {
        const counter = counters.find((one) => one === table);
        if (!counter) continue;
        for (let start = 0; start < all.length; start += mostAtOnce) {
          const some = all.slice(start, start + mostAtOnce);
          await write([...some.map(({ removing }) => removing()), counting(access, id, counter, some.length, now)]);
        }
      }
    },

    /** Has a listing go, the last of everything that was its, and counts how many of its matches stay. */
    async removeListing(access: SystemAccess, listing: Listing, keptMatches: number, now: Instant): Promise<void> {
      const { id, organizationId, version } = listing;
      const removing = listings.removing(listingKey(access, id), {
        ConditionExpression: 'version = :version',
        ExpressionAttributeValues: { ':version': version },
      });
      await write([
        removing,
        counting(access, organizationId, 'listings', 1, now),
        counting(access, organizationId, 'kept-matches', keptMatches, now),
      ]);
    },

    /** Forgets how many listings it has open. */
    forgetNumber: (access: SystemAccess, id: OrganizationId): Promise<void> =>
      usage.remove(openListingsKey(access, id)),

    /** How much has gone so far, whatever number of requests that took. */
    async counts(access: SystemAccess, id: OrganizationId): Promise<Erased> {
      const read = counters.map(async (counter) => {
        const row = await usage.get(meter(access, id, counter));
        return [counter, row?.used ?? 0] as const;
      });
      const entries = Object.fromEntries(await Promise.all(read));
      const of = (counter: Counter): number => entries[counter] ?? 0;
      return {
        listings: of('listings'),
        history: of('history'),
        matches: of('matches'),
        deliveries: of('deliveries'),
        invitations: of('invitations'),
        preferences: of('preferences'),
        'kept-matches': of('kept-matches'),
      };
    },
  };
}
