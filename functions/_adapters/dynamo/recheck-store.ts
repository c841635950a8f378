import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { ListingId, OrganizationId } from '../../../domain/ids.ts';
import { CalendarDay } from '../../../domain/time.ts';
import { queryAll } from './query.ts';
import { shape } from './shape.ts';

const { partitionKey, sortKey } = shape.rechecks;

/** Whom to judge anew on a day: one listing, or all of a party's. */
const Recheck = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listing'), id: ListingId, day: CalendarDay }),
  z.object({ kind: z.literal('party'), id: OrganizationId, day: CalendarDay }),
]);
export type Recheck = z.infer<typeof Recheck>;

const keyOf = ({ kind, id, day }: Recheck) => ({ [partitionKey]: day, [sortKey]: `${kind}#${id}` });
const rulesKey = (day: CalendarDay) => ({ [partitionKey]: day, [sortKey]: 'rules' });

/** What the calendar will change, by the day on which it does. */
export function makeRecheckStore(client: DynamoDBDocumentClient, table: string) {
  return {
    async put(recheck: Recheck): Promise<void> {
      await client.send(new PutCommand({ TableName: table, Item: { ...keyOf(recheck), recheck } }));
    },

    async *of(day: CalendarDay): AsyncGenerator<Recheck> {
      const rows = queryAll(client, {
        TableName: table,
        KeyConditionExpression: '#day = :day',
        ExpressionAttributeNames: { '#day': partitionKey },
        ExpressionAttributeValues: { ':day': day },
        ConsistentRead: true,
      });
      for await (const row of rows) if (row['recheck'] !== undefined) yield Recheck.parse(row['recheck']);
    },

    async remove(recheck: Recheck): Promise<void> {
      await client.send(new DeleteCommand({ TableName: table, Key: keyOf(recheck) }));
    },

    /** Whether everything was judged anew already by the rules that begin on a day. */
    async isDoneForRules(day: CalendarDay): Promise<boolean> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: rulesKey(day), ConsistentRead: true }),
      );
      return Item !== undefined;
    },

    async markDoneForRules(day: CalendarDay): Promise<void> {
      await client.send(new PutCommand({ TableName: table, Item: rulesKey(day) }));
    },
  };
}
