import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SystemAccess } from '../../../domain/access/access.ts';
import { isNoMember } from '../../../domain/access/visibility.ts';
import { Stop } from '../../../domain/contact/stop.ts';
import { allStops, stopKey } from './keys.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';

const stopTable = (client: DynamoDBDocumentClient, name: string) =>
  new GuardedTable<'stops', Stop>(client, name, {
    parse: (row: Row) => Stop.parse(row['record']),
    mayRead: isNoMember,
    mayWrite: isNoMember,
  });

/** Reads which addresses are mailed no more. */
export function makeStopReader(client: DynamoDBDocumentClient, name: string) {
  const table = stopTable(client, name);
  return {
    get: (access: SystemAccess, contact: string): Promise<Stop | undefined> => table.get(stopKey(access, contact)),
  };
}

/** Writes that an address is mailed no more; what stopped it first stands. */
export function makeStopWriter(client: DynamoDBDocumentClient, name: string) {
  const table = stopTable(client, name);
  return async (access: SystemAccess, record: Stop): Promise<boolean> => {
    const { partitionKey, indexes } = shape.stops;
    const written = await table.put(
      access,
      {
        ...stopKey(access, record.contact).attributes,
        [indexes.byTime.partitionKey]: allStops,
        [indexes.byTime.sortKey]: record.at,
        record,
      },
      {
        ConditionExpression: 'attribute_not_exists(#partition)',
        ExpressionAttributeNames: { '#partition': partitionKey },
      },
    );
    return written === 'written';
  };
}
