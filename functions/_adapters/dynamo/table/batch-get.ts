import { setTimeout } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type Row = Record<string, unknown>;

/** DynamoDB's limit for one BatchGetItem. */
const pageSize = 100;
const attempts = 8;

/** DynamoDB kept answering with unprocessed keys. */
class TableThrottled extends Error {
  override readonly name = 'TableThrottled';
  readonly table: string;
  constructor(table: string) {
    super(`table ${table} left keys unprocessed after ${attempts} attempts`);
    this.table = table;
  }
}

async function getPage(client: DynamoDBDocumentClient, table: string, keys: Row[]): Promise<Row[]> {
  const rows: Row[] = [];
  let open = keys;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const answer = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: open, ConsistentRead: true } } }),
    );
    rows.push(...(answer.Responses?.[table] ?? []));
    open = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    if (open.length === 0) return rows;
    await setTimeout(25 * 2 ** attempt);
  }
  throw new TableThrottled(table);
}

/**
 * The rows of these keys, read consistently, in no order; a key without a row gives none. Throws TableThrottled where
 * DynamoDB leaves keys unprocessed in spite of waiting longer and longer.
 */
export async function batchGet(client: DynamoDBDocumentClient, table: string, keys: Row[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < keys.length; start += pageSize) {
    rows.push(...(await getPage(client, table, keys.slice(start, start + pageSize))));
  }
  return rows;
}
