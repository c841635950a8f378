import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { type Instant, secondsOf } from '../../../domain/time.ts';
import { shape } from './shape.ts';

const { partitionKey: key, timeToLive } = shape.usage;
const Used = z.object({ used: z.number() });

/** A window of time is forgotten a day after it was first used: by then it is over. */
const keptSeconds = 86_400;

/** What is metered, such as the listings of an organization, and the window that it is metered in. */
export type Meter = { readonly of: string; readonly window: string };

const keyOf = ({ of, window }: Meter) => ({ [key]: `${of}#${window}` });

/** How much of a limit was used in a window of time, by all runs of a Lambda together. */
export function makeUsageStore(client: DynamoDBDocumentClient, table: string) {
  return {
    async used(meter: Meter): Promise<number> {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(meter), ConsistentRead: true }));
      return Item ? Used.parse(Item).used : 0;
    },

    /** Adds to what was used, and answers the sum. */
    async use(meter: Meter, count: number, now: Instant): Promise<number> {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(meter),
          UpdateExpression: 'ADD #used :count SET #end = if_not_exists(#end, :end)',
          ExpressionAttributeNames: { '#used': 'used', '#end': timeToLive },
          ExpressionAttributeValues: { ':count': count, ':end': secondsOf(now) + keptSeconds },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Used.parse(Attributes).used;
    },
  };
}
