import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { makeEventPublisher } from '../_adapters/bus/event-publisher.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeLanesDeps } from '../_matching/lanes-deps.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  return {
    logger: makeLogger('relay-listing-change'),
    ...makeLanesDeps(makeDocumentClient(), new SQSClient({}), env, 'relay-listing-change'),
    zone: env.ZONE_ID,
    publishEvents: makeEventPublisher(new EventBridgeClient({}), env.ZONE_BUS_NAME),
  };
}
