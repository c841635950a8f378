import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, ScanCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../infra/local/dynamodb/server.ts';
import { localClient } from '../../infra/local/local-client.ts';

const tables = ['one', 'two'].map((name) => `kept-${name}`);
let folder: string;
let server: DynamoDb;
let client: DynamoDBClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonematch-dynamodb-'));
  server = await startDynamoDb(folder);
  client = new DynamoDBClient(localClient(server.endpoint, 'cn-north-1'));
  for (const TableName of tables) {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      }),
    );
  }
});
afterAll(async () => {
  client?.destroy();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

it('keeps each write that it answered, however soon it is gone', async () => {
  let answered = 0;
  const write = async () => {
    const Item = { id: { S: String(answered++) } };
    const TransactItems = tables.map((TableName) => ({ Put: { TableName, Item } }));
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
  };
  // Where it is killed at once, most first rounds lose what was answered last.
  for (let round = 0; round < 3; round++) {
    await Promise.all(Array.from({ length: 20 }, write));
    await server.crash();
    await server.recover();
    for (const TableName of tables) {
      expect((await client.send(new ScanCommand({ TableName }))).Count).toBe(answered);
    }
  }
});
