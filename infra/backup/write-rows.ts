import { setTimeout } from 'node:timers/promises';
import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import type { Item } from './digest.ts';

/** DynamoDB's limit for one BatchWriteItem. */
const batchSize = 25;
const attempts = 10;

/** DynamoDB kept leaving rows unwritten. */
class RowsNotWritten extends Error {
  override readonly name = 'RowsNotWritten';
}

async function writeBatch(client: DynamoDBClient, table: string, items: readonly Item[]): Promise<void> {
  let open: WriteRequest[] = items.map((Item) => ({ PutRequest: { Item } }));
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: open } }));
    open = UnprocessedItems?.[table] ?? [];
    if (open.length === 0) return;
    await setTimeout(50 * 2 ** attempt);
  }
  throw new RowsNotWritten(`${open.length} rows of ${table} were not written after ${attempts} attempts`);
}

/** Writes rows over whatever stands under their keys. Throws RowsNotWritten where DynamoDB leaves some for too long. */
export async function writeRows(client: DynamoDBClient, table: string, items: readonly Item[]): Promise<void> {
  for (let start = 0; start < items.length; start += batchSize)
    await writeBatch(client, table, items.slice(start, start + batchSize));
}
