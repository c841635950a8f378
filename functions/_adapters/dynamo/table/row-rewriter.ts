import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { SystemAccess } from '../../../../domain/access/access.ts';
import { editionAttribute, type RowEditions } from '../editions/row-editions.ts';

type Row = Record<string, unknown>;

/** Where a walk through a table goes on: the key of the row behind which it does. */
export type Place = Readonly<Record<string, string>>;

/** What became of a page: rows of older editions that were rewritten, and those that somebody else changed meanwhile. */
export type Page = { readonly rewritten: number; readonly overtaken: number; readonly next: Place | undefined };

const pageSize = 200;
const writesAtOnce = 16;

/**
 * Holds while a row is as it was read: whoever writes one gives it today's edition, and what an older version of this code
 * may write, in the middle of a deployment, differs in some attribute.
 */
function unchanged(row: Row) {
  const names = Object.keys(row);
  const isAsRead = names.map((_, index) => `#n${index} = :v${index}`);
  const isOld = editionAttribute in row ? [] : ['attribute_not_exists(#edition)'];
  return {
    ConditionExpression: [...isAsRead, ...isOld].join(' AND '),
    ExpressionAttributeNames: {
      ...Object.fromEntries(names.map((name, index) => [`#n${index}`, name])),
      ...(isOld.length > 0 && { '#edition': editionAttribute }),
    },
    ExpressionAttributeValues: Object.fromEntries(names.map((name, index) => [`:v${index}`, row[name]])),
  };
}

/** Walks through a table and rewrites what is of an older edition, for the service itself alone. */
export function makeRowRewriter(client: DynamoDBDocumentClient, TableName: string, editions: RowEditions) {
  async function rewrite(row: Row): Promise<boolean> {
    try {
      await client.send(new PutCommand({ TableName, Item: editions.stamp(editions.upgrade(row)), ...unchanged(row) }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  /** One page behind a place, from the beginning where there is none. Doing it again rewrites nothing. */
  return async (_access: SystemAccess, after: Place | undefined): Promise<Page> => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName,
        Limit: pageSize,
        FilterExpression: 'attribute_not_exists(#edition) OR #edition < :current',
        ExpressionAttributeNames: { '#edition': editionAttribute },
        ExpressionAttributeValues: { ':current': editions.current },
        ...(after && { ExclusiveStartKey: after }),
      }),
    );
    let rewritten = 0;
    for (let start = 0; start < Items.length; start += writesAtOnce) {
      const done = await Promise.all(Items.slice(start, start + writesAtOnce).map(rewrite));
      rewritten += done.filter(Boolean).length;
    }
    // Keys of tables are strings (shape.ts).
    const next =
      LastEvaluatedKey && Object.fromEntries(Object.entries(LastEvaluatedKey).map(([k, v]) => [k, String(v)]));
    return { rewritten, overtaken: Items.length - rewritten, next };
  };
}
