import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { type Digest, type Item, RowDigest } from './digest.ts';

/** Parts of a table that are read at a time. */
const segments = 4;

/** Reads every row of a table, consistently, several parts at a time, and hands each page on; answers their digest. */
export async function scanTable(
  client: DynamoDBClient,
  TableName: string,
  take: (items: readonly Item[]) => Promise<void> = async () => undefined,
): Promise<Digest> {
  const digest = new RowDigest();
  async function scanSegment(Segment: number): Promise<void> {
    const input = { TableName, Segment, TotalSegments: segments, ConsistentRead: true };
    for await (const { Items = [] } of paginateScan({ client }, input)) {
      for (const item of Items) digest.add(item);
      await take(Items);
    }
  }
  await Promise.all(Array.from({ length: segments }, (_, segment) => scanSegment(segment)));
  return digest.value;
}
