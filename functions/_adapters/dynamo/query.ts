import {
  type DynamoDBDocumentClient,
  paginateQuery,
  paginateScan,
  type QueryCommandInput,
  type ScanCommandInput,
} from '@aws-sdk/lib-dynamodb';

type Row = Record<string, unknown>;

/** Every row of a query, page after page. */
export async function* queryAll(client: DynamoDBDocumentClient, input: QueryCommandInput): AsyncGenerator<Row> {
  for await (const { Items = [] } of paginateQuery({ client }, input)) yield* Items;
}

/** Every row of a table, page after page, in no order. */
export async function* scanAll(client: DynamoDBDocumentClient, input: ScanCommandInput): AsyncGenerator<Row> {
  for await (const { Items = [] } of paginateScan({ client }, input)) yield* Items;
}

/** Rows and where to go on; `last` is absent at the end. */
export type RowPage = { readonly rows: readonly Row[]; readonly last?: Row };

/**
 * At most `limit` rows that pass `keep`, and the last row taken where more may follow. A filter never makes a page come
 * out short while rows remain.
 */
export async function queryPage(
  client: DynamoDBDocumentClient,
  input: QueryCommandInput,
  limit: number,
  keep: (row: Row) => boolean = () => true,
): Promise<RowPage> {
  const rows: Row[] = [];
  for await (const row of queryAll(client, { ...input, Limit: limit + 1 })) {
    if (!keep(row)) continue;
    const last = rows.at(-1);
    if (rows.length === limit && last) return { rows, last };
    rows.push(row);
  }
  return { rows };
}
