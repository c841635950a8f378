import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OperatorAccess, SystemAccess } from '../../../domain/access/access.ts';
import { isNoMember } from '../../../domain/access/visibility.ts';
import type { Audited } from '../../../domain/audit/audit.ts';
import { Stop } from '../../../domain/contact/stop.ts';
import type { AuditTrail } from './audit-trail.ts';
import { makeCursor, type Page, type PageRequest } from './cursor.ts';
import { allStops, stopKey, stopPageStart, stopsByTime } from './keys.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';
import { transact } from './table/transact.ts';

type Beyond = SystemAccess | OperatorAccess;

const { partitionKey, indexes } = shape.stops;
const names = { '#partition': partitionKey };

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

    /** A page of them, the latest first, for the operator. */
    async page(access: OperatorAccess, { limit, after }: PageRequest): Promise<Page<Stop>> {
      const options = { newestFirst: true, ...(after && { after: stopPageStart(access, after) }) };
      const { items, last } = await table.page(stopsByTime(access), limit, options);
      return { items, ...(last && { nextCursor: makeCursor(last.at, last.contact) }) };
    },
  };
}

/** Writes that an address is mailed no more, or that it is again, each with its line of the audit record. */
export function makeStopWriter(client: DynamoDBDocumentClient, name: string, audit: Pick<AuditTrail, 'writing'>) {
  const table = stopTable(client, name);
  return {
    /** False where it was stopped before: what stopped it first stands. */
    stop(access: Beyond, record: Stop, audited: Audited): Promise<boolean> {
      const { byTime } = indexes;
      const row = {
        ...stopKey(access, record.contact).attributes,
        [byTime.partitionKey]: allStops,
        [byTime.sortKey]: record.at,
        record,
      };
      return transact(client, [
        table.putting(access, row, {
          ConditionExpression: 'attribute_not_exists(#partition)',
          ExpressionAttributeNames: names,
        }),
        audit.writing(access, audited),
      ]);
    },

    /** False where it is not stopped. */
    release(access: OperatorAccess, contact: string, audited: Audited): Promise<boolean> {
      return transact(client, [
        table.removing(stopKey(access, contact), {
          ConditionExpression: 'attribute_exists(#partition)',
          ExpressionAttributeNames: names,
        }),
        audit.writing(access, audited),
      ]);
    },
  };
}
