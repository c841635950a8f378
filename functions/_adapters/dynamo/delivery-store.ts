import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { RecipientAccess, SystemAccess } from '../../../domain/access/access.ts';
import { isSystem, mayReadTelling } from '../../../domain/access/visibility.ts';
import { DemandId, MatchId } from '../../../domain/ids.ts';
import { tellingStates } from '../../../domain/match/telling.ts';
import { Instant } from '../../../domain/time.ts';
import { deliveriesOf, deliveryKey, dueDaily, dueDeliveries } from './keys.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';

const { byDue } = shape.deliveries.indexes;

/**
 * What became of telling one contact of one match: it waits for the daily mail; it was `mailed`, or `refused` by the mail
 * server for good; that it has ended waits for the next mail, or was told; or there is nothing to tell any more.
 */
export const Delivery = z.strictObject({
  demandId: DemandId,
  matchId: MatchId,
  /** A digest of the address: an address never stands in a key or a log. */
  contact: z.string().regex(/^[0-9a-f]{16}$/),
  state: z.enum(tellingStates),
  /** The offer's title, as it is or was told: what the offer says later is not the reader's to know. */
  title: z.string(),
  at: Instant,
});
export type Delivery = z.infer<typeof Delivery>;

const isDue = ({ state }: Delivery): boolean => state === 'due-daily' || state === 'due-ended';

/** Who was told of which match, so that nobody is told twice. */
export function makeDeliveryStore(client: DynamoDBDocumentClient, name: string) {
  const guard = { parse: (row: Row) => Delivery.parse(row['record']), mayRead: mayReadTelling, mayWrite: isSystem };
  const table = new GuardedTable<'deliveries', Delivery>(client, name, guard);

  return {
    get: (
      access: SystemAccess | RecipientAccess,
      demandId: DemandId,
      matchId: MatchId,
      contact: string,
    ): Promise<Delivery | undefined> => table.get(deliveryKey(access, { demandId, matchId, contact })),

    async put(access: SystemAccess, delivery: Delivery): Promise<void> {
      await table.put(access, {
        ...deliveryKey(access, delivery).attributes,
        ...(isDue(delivery) && { [byDue.partitionKey]: dueDaily }),
        record: delivery,
      });
    },

    /** What is to be told of a demand's matches that have ended. */
    dueEnded(access: SystemAccess, demandId: DemandId): Promise<readonly Delivery[]> {
      const filter = { path: ['record', 'state'], value: 'due-ended' };
      return Array.fromAsync(table.query(deliveriesOf(access, demandId), filter));
    },

    /** Every delivery that waits for the daily mail. */
    due: (access: SystemAccess): Promise<readonly Delivery[]> => Array.fromAsync(table.query(dueDeliveries(access))),
  };
}
