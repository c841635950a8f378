import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { shape } from '../../functions/_adapters/dynamo/shape.ts';
import type { Item } from '../backup/digest.ts';
import { writeRows } from '../backup/write-rows.ts';
import { aFewAtATime } from '../demo/a-few-at-a-time.ts';
import { LocalFailure } from '../local/local-failure.ts';
import type { Draw } from './draw.ts';

const { partitionKey, sortKey } = shape.candidates;
const batch = 1000;
const atOnce = 8;

/** A row of the index as a zone wrote it, and in which partition it stands. */
export type IndexRow = { readonly item: Item; readonly partition: string };

/** The one row of a partition. */
export async function readIndexRow(client: DynamoDBClient, table: string, partition: string): Promise<IndexRow> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: '#partition = :partition AND begins_with(#row, :kind)',
      ExpressionAttributeNames: { '#partition': partitionKey, '#row': sortKey },
      ExpressionAttributeValues: { ':partition': { S: partition }, ':kind': { S: partition.replace(/#.*/, '-') } },
    }),
  );
  const [item] = Items;
  if (!item) throw new LocalFailure(`The index has no row in ${partition}.`);
  return { item, partition };
}

/** The bytes that DynamoDB counts of a row: names and values (developer guide, "DynamoDB item sizes and formats"). */
export function bytesOf({ item }: IndexRow): number {
  return Object.entries(item).reduce((sum, [name, { S: text, B: bytes, N: number }]) => {
    const value = text?.length ?? bytes?.length ?? Math.ceil((number?.length ?? 0) / 2) + 1;
    return sum + name.length + value;
  }, 0);
}

/** Puts copies of a row under other ids, spread over domains in turn: so many, written straight to the table. */
export async function fillIndex(
  client: DynamoDBClient,
  table: string,
  { item, partition }: IndexRow,
  {
    count,
    domains,
    draw,
    at,
  }: {
    readonly count: number;
    readonly domains: readonly string[];
    readonly draw: Draw;
    readonly at: (done: number) => void;
  },
): Promise<void> {
  const kind = partition.replace(/#.*/, '');
  const copy = (number: number): Item => ({
    ...item,
    [partitionKey]: { S: `${kind}#${domains[number % domains.length]}` },
    [sortKey]: { S: `${kind}-${draw.hex(32)}` },
  });
  const starts = Array.from({ length: Math.ceil(count / batch) }, (_, index) => index * batch);
  let done = 0;
  await aFewAtATime(starts, atOnce, async (start) => {
    const rows = Array.from({ length: Math.min(batch, count - start) }, (_, index) => copy(start + index));
    await writeRows(client, table, rows);
    done += rows.length;
    at(done);
  });
}
