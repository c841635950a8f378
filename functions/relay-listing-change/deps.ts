import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { makeEventPublisher } from '../_adapters/bus/event-publisher.ts';
import { makeQueueSender } from '../_adapters/sqs/queue-sender.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  return {
    logger: makeLogger('relay-listing-change'),
    zone: env.ZONE_ID,
    sendMatchRequests: makeQueueSender(new SQSClient({}), env.MATCH_REQUESTS_QUEUE_URL),
    publishEvents: makeEventPublisher(new EventBridgeClient({}), env.ZONE_BUS_NAME),
  };
}
