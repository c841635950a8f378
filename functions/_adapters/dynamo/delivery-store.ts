import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { DemandId, MatchId } from '../../../domain/ids.ts';
import { tellingStates } from '../../../domain/match/telling.ts';
import { Instant } from '../../../domain/time.ts';
import { makeDeliveryKey } from './keys.ts';
import { queryAll } from './query.ts';
import { shape } from './shape.ts';

const { partitionKey, sortKey, indexes } = shape.deliveries;

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

/** Every delivery that waits for the daily mail stands in this one partition; a mailed one leaves it. */
const dueDaily = 'daily';

/** Who was told of which match, so that nobody is told twice. */
export function makeDeliveryStore(client: DynamoDBDocumentClient, table: string) {
  return {
    async get(demandId: DemandId, matchId: MatchId, contact: string): Promise<Delivery | undefined> {
      const { Item } = await client.send(
        new GetCommand({
          TableName: table,
          Key: { [partitionKey]: demandId, [sortKey]: makeDeliveryKey(matchId, contact) },
          ConsistentRead: true,
        }),
      );
      return Item && Delivery.parse(Item['record']);
    },

    async put(delivery: Delivery): Promise<void> {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: {
            [partitionKey]: delivery.demandId,
            [sortKey]: makeDeliveryKey(delivery.matchId, delivery.contact),
            ...(isDue(delivery) && { [indexes.byDue.partitionKey]: dueDaily }),
            record: delivery,
          },
        }),
      );
    },

    /** What is to be told of a demand's matches that have ended. */
    async dueEnded(demandId: DemandId): Promise<readonly Delivery[]> {
      const rows = queryAll(client, {
        TableName: table,
        KeyConditionExpression: '#demand = :demand',
        FilterExpression: '#record.#state = :ended',
        ExpressionAttributeNames: { '#demand': partitionKey, '#record': 'record', '#state': 'state' },
        ExpressionAttributeValues: { ':demand': demandId, ':ended': 'due-ended' },
        ConsistentRead: true,
      });
      return Array.fromAsync(rows, (row) => Delivery.parse(row['record']));
    },

    /** Every delivery that waits for the daily mail. */
    due(): Promise<readonly Delivery[]> {
      const rows = queryAll(client, {
        TableName: table,
        IndexName: 'byDue',
        KeyConditionExpression: '#due = :daily',
        ExpressionAttributeNames: { '#due': indexes.byDue.partitionKey },
        ExpressionAttributeValues: { ':daily': dueDaily },
      });
      return Array.fromAsync(rows, (row) => Delivery.parse(row['record']));
    },
  };
}
