import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { DemandId, MatchId } from '../../../domain/ids.ts';
import { Instant } from '../../../domain/time.ts';
import { makeDeliveryKey } from './keys.ts';
import { queryAll } from './query.ts';
import { shape } from './shape.ts';

const { partitionKey, sortKey, indexes } = shape.deliveries;

/** What became of telling one contact of one match. `refused`: the mail server will not take mail for the address. */
export const Delivery = z.strictObject({
  demandId: DemandId,
  matchId: MatchId,
  /** A digest of the address: an address never stands in a key or a log. */
  contact: z.string().regex(/^[0-9a-f]{16}$/),
  state: z.enum(['due-daily', 'mailed', 'refused']),
  at: Instant,
});
export type Delivery = z.infer<typeof Delivery>;

const isDue = (delivery: Delivery): boolean => delivery.state === 'due-daily';

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
