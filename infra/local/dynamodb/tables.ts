import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { localClient } from '../local-client.ts';
import { LocalFailure } from '../local-failure.ts';
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

type Keyed = { readonly KeySchema?: readonly object[] | undefined };

/** Keys and indexes, in a form that can be compared. */
function keysOf(
  table: Keyed & {
    readonly GlobalSecondaryIndexes?: readonly (Keyed & { IndexName?: string | undefined })[] | undefined;
  },
) {
  const indexes = (table.GlobalSecondaryIndexes ?? []).map(({ IndexName = '', KeySchema }) => [IndexName, KeySchema]);
  return JSON.stringify([
    table.KeySchema,
    indexes.toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  ]);
}

/** The table of that name: a new one, or the one that a run before this made. */
async function madeOrKept(
  client: DynamoDBClient,
  table: CreateTableCommandInput,
): Promise<{ readonly made: boolean; readonly description: TableDescription | undefined }> {
  try {
    return { made: true, description: (await client.send(new CreateTableCommand(table))).TableDescription };
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table.TableName }));
    if (Table && keysOf(Table) === keysOf(table)) return { made: false, description: Table };
    throw new LocalFailure(
      `The table ${table.TableName} that this zone kept has other keys or indexes than the template. Start with another folder.`,
    );
  }
}

async function createTable(client: DynamoDBClient, stack: Stack, resource: Resource, expires: boolean): Promise<void> {
  const { TimeToLiveSpecification, StreamSpecification, ...table } = resource.read(
    TableProperties,
    (property) => property in TableProperties.shape,
  );
  const TableName = table.TableName ?? stack.physicalName(resource.id);
  const { made, description } = await madeOrKept(client, {
    ...table,
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    ...(StreamSpecification && { StreamSpecification: { ...StreamSpecification, StreamEnabled: true } }),
  });
  if (made && expires && TimeToLiveSpecification)
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  stack.know(resource.id, TableName, {
    Arn: stack.arn('dynamodb', `table/${TableName}`),
    ...(description?.LatestStreamArn && { StreamArn: description.LatestStreamArn }),
  });
}

/**
 * Makes every table of the template, with indexes, stream and time to live. Where the caller's clock is not the machine's,
 * nothing may expire: DynamoDB Local goes by the machine's, and would remove what is not old yet.
 */
export async function createTables(stack: Stack, endpoint: string, { expires = true } = {}): Promise<void> {
  const client = new DynamoDBClient(localClient(endpoint, stack.region));
  for (const resource of stack.ofType('AWS::DynamoDB::Table')) await createTable(client, stack, resource, expires);
  client.destroy();
}
