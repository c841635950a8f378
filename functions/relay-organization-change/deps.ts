import { SQSClient } from '@aws-sdk/client-sqs';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeQueueSender } from '../_adapters/sqs/queue-sender.ts';
import { makeLanesDeps } from '../_matching/lanes-deps.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const client = makeDocumentClient();
  const sqs = new SQSClient({});
  return {
    logger: makeLogger('relay-organization-change'),
    ...makeLanesDeps(client, sqs, env, 'relay-organization-change'),
    zone: env.ZONE_ID,
    sendInvitations: makeQueueSender(sqs, env.INVITATIONS_QUEUE_URL),
    sendNotifications: makeQueueSender(sqs, env.NOTIFICATIONS_QUEUE_URL),
    listings: makeListingReader(client, env.LISTINGS_TABLE),
  };
}
