import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { makeDocumentClient } from '../../functions/_adapters/dynamo/client.ts';
import { startDynamoDb } from '../../infra/local/dynamodb/server.ts';
import { createTables } from '../../infra/local/dynamodb/tables.ts';
import type { Stoppable } from '../../infra/local/stoppable.ts';
import { readAssembly } from '../../infra/local/template/assembly.ts';
import { Stack } from '../../infra/local/template/stack.ts';

/** DynamoDB Local with the tables of the template, and a client as the Lambdas have it. */
export type Tables = Stoppable & {
  readonly client: DynamoDBDocumentClient;
  readonly endpoint: string;
  /** The name of a table by that of its construct, such as `Listings`. */
  nameOf(construct: string): string;
};

/** Starts DynamoDB Local and makes the tables that the synthesized template has; by the clock of tests, so that no row expires. */
export async function startTables(): Promise<Tables> {
  const server = await startDynamoDb();
  const stack = new Stack(readAssembly(inject('assembly')), new Map());
  await createTables(stack, server.endpoint, { expires: false });
  const names = stack.ofType('AWS::DynamoDB::Table').map(({ id }) => stack.physicalName(id));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: server.endpoint,
    AWS_REGION: stack.region,
    AWS_ACCESS_KEY_ID: 'LOCALTEST',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  return {
    client: makeDocumentClient(),
    endpoint: server.endpoint,
    stop: server.stop,
    nameOf(construct) {
      const name = names.find((candidate) => candidate.includes(`Storage${construct}`));
      if (!name) throw new Error(`the template has no table ${construct}`);
      return name;
    },
  };
}
