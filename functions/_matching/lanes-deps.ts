import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { systemAccess } from '../../domain/access/access.ts';
import { makeUsageStore } from '../_adapters/dynamo/usage-store.ts';
import { makeQueueSender } from '../_adapters/sqs/queue-sender.ts';
import { systemClock } from '../_runtime/clock.ts';
import type { LanesEnv } from './lanes-env.ts';

/** What each Lambda works with that sends requests by lanes. */
export function makeLanesDeps(client: DynamoDBDocumentClient, sqs: SQSClient, env: LanesEnv, task: string) {
  return {
    access: systemAccess(task),
    clock: systemClock,
    usage: makeUsageStore(client, env.USAGE_TABLE),
    shares: env.PROMPT_LISTINGS_A_MINUTE,
    sendMatchRequests: makeQueueSender(sqs, env.MATCH_REQUESTS_QUEUE_URL),
    sendOverflow: makeQueueSender(sqs, env.MATCH_OVERFLOW_QUEUE_URL),
  };
}
