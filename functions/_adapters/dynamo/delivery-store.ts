import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { RecipientAccess, SystemAccess } from '../../../domain/access/access.ts';
import { isSystem, mayReadTelling } from '../../../domain/access/visibility.ts';
import { DemandId, MatchId } from '../../../domain/ids.ts';
import { tellingStates } from '../../../domain/match/telling.ts';
import { Instant } from '../../../domain/time.ts';
import { deliveryEditions } from './editions/delivery-editions.ts';
import { deliveriesOf, deliveryKey, dueDeliveries, dueToTell, windowKey } from './keys.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';

const { byDue } = shape.deliveries.indexes;

/** What became of telling one contact of one match. */
export const Delivery = z.strictObject({
  demandId: DemandId,
  matchId: MatchId,
  /** A digest of the address: an address never stands in a key or a log. */
  contact: z.string().regex(/^[0-9a-f]{16}$/),
  state: z.enum(tellingStates),
  /** When it is to be told, and in which rhythm, where it is. */
  due: z.strictObject({ at: Instant, rhythm: z.enum(['instant', 'daily']) }).optional(),
  /** The offer's title, as it is or was told: what the offer says later is not the reader's to know. */
  title: z.string(),
  at: Instant,
});
export type Delivery = z.infer<typeof Delivery>;

/** The delivery in a row of today's edition. Throws a ZodError where the row is not one of ours. */
const parseDeliveryRow = (row: Row): Delivery => Delivery.parse(row['record']);

/** The one message that is under way for a demand whose matches are collected, and until when it is waited for. */
const Window = z.object({ token: z.string().min(1), until: Instant });
export type Window = z.infer<typeof Window>;

/** Who was told of which match, so that nobody is told twice, and who is to be told when. */
export function makeDeliveryStore(client: DynamoDBDocumentClient, name: string) {
  const guard = {
    parse: parseDeliveryRow,
    mayRead: mayReadTelling,
    mayWrite: isSystem,
    editions: deliveryEditions,
  };
  const table = new GuardedTable<'deliveries', Delivery>(client, name, guard);
  const windows = new GuardedTable<'deliveries', Window>(client, name, {
    parse: (row: Row) => Window.parse(row['window']),
    mayRead: isSystem,
    mayWrite: isSystem,
    editions: deliveryEditions,
  });

  const rowOf = (access: SystemAccess, delivery: Delivery): Row => ({
    ...deliveryKey(access, delivery).attributes,
    ...(delivery.due && { [byDue.partitionKey]: dueToTell, [byDue.sortKey]: delivery.due.at }),
    record: delivery,
  });

  return {
    get: (
      access: SystemAccess | RecipientAccess,
      demandId: DemandId,
      matchId: MatchId,
      contact: string,
    ): Promise<Delivery | undefined> => table.get(deliveryKey(access, { demandId, matchId, contact })),

    /** Writes what was done, whatever is on record. */
    async put(access: SystemAccess, delivery: Delivery): Promise<void> {
      await table.put(access, rowOf(access, delivery));
    },

    /** Writes what follows from what was read; false where that has changed since. */
    async follow(access: SystemAccess, delivery: Delivery, before: Delivery | undefined): Promise<boolean> {
      const condition = before
        ? {
            ConditionExpression: '#record.#state = :state AND #record.#at = :at',
            ExpressionAttributeNames: { '#record': 'record', '#state': 'state', '#at': 'at' },
            ExpressionAttributeValues: { ':state': before.state, ':at': before.at },
          }
        : {
            ConditionExpression: 'attribute_not_exists(#sort)',
            ExpressionAttributeNames: { '#sort': shape.deliveries.sortKey },
          };
      return (await table.put(access, rowOf(access, delivery), condition)) === 'written';
    },

    /** What is to be told of a demand's matches, now or later. */
    dueOf: (access: SystemAccess, demandId: DemandId): Promise<readonly Delivery[]> =>
      Array.fromAsync(table.query(deliveriesOf(access, demandId), { path: [byDue.partitionKey], value: dueToTell })),

    /** When a demand's contacts were told something last; undefined where they never were. */
    async lastOf(access: SystemAccess, demandId: DemandId): Promise<Instant | undefined> {
      let last: Instant | undefined;
      for await (const { state, at } of table.query(deliveriesOf(access, demandId))) {
        if ((state === 'mailed' || state === 'ended') && (last === undefined || at > last)) last = at;
      }
      return last;
    },

    /** Every delivery that is due by now. */
    due: (access: SystemAccess, now: Instant): Promise<readonly Delivery[]> =>
      Array.fromAsync(table.query(dueDeliveries(access, now))),

    /** Opens a window where none is open now; false where one is. */
    async open(access: SystemAccess, demandId: DemandId, window: Window, now: Instant): Promise<boolean> {
      const opened = await windows.put(
        access,
        { ...windowKey(access, demandId).attributes, window },
        {
          ConditionExpression: 'attribute_not_exists(#window) OR #window.#until <= :now',
          ExpressionAttributeNames: { '#window': 'window', '#until': 'until' },
          ExpressionAttributeValues: { ':now': now },
        },
      );
      return opened === 'written';
    },

    /** Keeps a window open for longer, where it is still this one; false where it is not. */
    async hold(access: SystemAccess, demandId: DemandId, window: Window): Promise<boolean> {
      const held = await windows.put(
        access,
        { ...windowKey(access, demandId).attributes, window },
        {
          ConditionExpression: '#window.#token = :token',
          ExpressionAttributeNames: { '#window': 'window', '#token': 'token' },
          ExpressionAttributeValues: { ':token': window.token },
        },
      );
      return held === 'written';
    },

    /** Closes a window, where it is still this one. */
    async close(access: SystemAccess, demandId: DemandId, token: string, now: Instant): Promise<void> {
      await windows.put(
        access,
        { ...windowKey(access, demandId).attributes, window: { token, until: now } },
        {
          ConditionExpression: 'attribute_not_exists(#window) OR #window.#token = :token',
          ExpressionAttributeNames: { '#window': 'window', '#token': 'token' },
          ExpressionAttributeValues: { ':token': token },
        },
      );
    },
  };
}
