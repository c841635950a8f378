import {
  type DynamoDBDocumentClient,
  paginateQuery,
  paginateScan,
  type QueryCommandInput,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import { conditionOf, type Range, type TableKind } from './range.ts';

type Row = Record<string, unknown>;

/** Rows whose attribute, given by its path, has this value. */
export type Equal = { readonly path: readonly string[]; readonly value: string; readonly project?: string };

function filterOf({ path, value, project }: Equal) {
  const names = path.map((_, index) => `#filter${index}`);
  return {
    FilterExpression: `${names.join('.')} = :filter`,
    ExpressionAttributeNames: Object.fromEntries(path.map((name, index) => [`#filter${index}`, name])),
    ExpressionAttributeValues: { ':filter': value },
    ...(project !== undefined && { ProjectionExpression: project }),
  };
}

/** The Query for a range: consistent on the table itself, as an index cannot be. */
export function queryInput(table: string, range: Range<TableKind>, equal?: Equal): QueryCommandInput {
  const condition = conditionOf(range);
  const filter = equal && filterOf(equal);
  return {
    TableName: table,
    ...(range.index === undefined ? { ConsistentRead: true } : { IndexName: range.index }),
    ...condition,
    ...filter,
    ExpressionAttributeNames: { ...condition.ExpressionAttributeNames, ...filter?.ExpressionAttributeNames },
    ExpressionAttributeValues: { ...condition.ExpressionAttributeValues, ...filter?.ExpressionAttributeValues },
  };
}

/** Every row of a query, page after page. */
export async function* queryAll(client: DynamoDBDocumentClient, input: QueryCommandInput): AsyncGenerator<Row> {
  for await (const { Items = [] } of paginateQuery({ client }, input)) yield* Items;
}

/** Every row of a table that the filter passes, page after page, in no order. */
export async function* scanAll(client: DynamoDBDocumentClient, table: string, filter: Equal): AsyncGenerator<Row> {
  const input = { TableName: table, ...filterOf(filter) };
  for await (const { Items = [] } of paginateScan({ client }, input)) yield* Items;
}

/** Where in a table a page of everything ends, as DynamoDB says it. */
export type Place = Readonly<Record<string, unknown>>;

/** One page of all rows of a table, behind a place, in no order: of each row these attributes, or all of them. */
export async function scanOnce(
  client: DynamoDBDocumentClient,
  table: string,
  after: Place | undefined,
  attributes: readonly string[] | undefined,
): Promise<{ readonly rows: readonly Row[]; readonly next?: Place }> {
  const names = attributes?.map((name, index) => [`#kept${index}`, name] as const);
  const { Items = [], LastEvaluatedKey: next } = await client.send(
    new ScanCommand({
      TableName: table,
      ...(after && { ExclusiveStartKey: after }),
      ...(names && {
        ProjectionExpression: names.map(([alias]) => alias).join(', '),
        ExpressionAttributeNames: Object.fromEntries(names),
      }),
    }),
  );
  return { rows: Items, ...(next && { next }) };
}

/** Items and the last one taken, where more may follow. */
export type ItemPage<Item> = { readonly items: readonly Item[]; readonly last?: Item };

/**
 * At most `limit` items that `read` finds in the rows, and the last one taken where more may follow. Rows in which it finds
 * nothing never make a page come out short while others remain.
 */
export async function queryPage<Item>(
  client: DynamoDBDocumentClient,
  input: QueryCommandInput,
  limit: number,
  read: (row: Row) => readonly Item[],
): Promise<ItemPage<Item>> {
  const items: Item[] = [];
  for await (const row of queryAll(client, { ...input, Limit: limit + 1 })) {
    for (const item of read(row)) {
      const last = items.at(-1);
      if (items.length === limit && last !== undefined) return { items, last };
      items.push(item);
    }
  }
  return { items };
}
