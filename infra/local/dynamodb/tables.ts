import { CreateTableCommand, DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { localClient } from '../local-client.ts';
import type { Resource, Stack } from '../template/stack.ts';

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Projection = z.object({
  ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
  NonKeyAttributes: z.array(z.string()).optional(),
});
const Index = z.object({ IndexName: z.string(), KeySchema, Projection });

const TableProperties = z.object({
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema,
  GlobalSecondaryIndexes: z.array(Index).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
  StreamSpecification: z
    .object({ StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']) })
    .optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
});

async function createTable(client: DynamoDBClient, stack: Stack, resource: Resource): Promise<void> {
  const { TimeToLiveSpecification, StreamSpecification, ...table } = resource.read(TableProperties);
  const TableName = table.TableName ?? stack.physicalName(resource.id);
  const { TableDescription } = await client.send(
    new CreateTableCommand({
      ...table,
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      ...(StreamSpecification && { StreamSpecification: { ...StreamSpecification, StreamEnabled: true } }),
    }),
  );
  if (TimeToLiveSpecification) await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  stack.know(resource.id, TableName, {
    Arn: stack.arn('dynamodb', `table/${TableName}`),
    ...(TableDescription?.LatestStreamArn && { StreamArn: TableDescription.LatestStreamArn }),
  });
}

/** Makes every table of the template, with indexes, stream and time to live. */
export async function createTables(stack: Stack, endpoint: string): Promise<void> {
  const client = new DynamoDBClient(localClient(endpoint, stack.region));
  for (const resource of stack.ofType('AWS::DynamoDB::Table')) await createTable(client, stack, resource);
  client.destroy();
}
