import { SQSClient } from '@aws-sdk/client-sqs';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeQueueSender } from '../_adapters/sqs/queue-sender.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  return {
    logger: makeLogger('relay-organization-change'),
    zone: env.ZONE_ID,
    listings: makeListingReader(makeDocumentClient(), env.LISTINGS_TABLE),
    sendMatchRequests: makeQueueSender(new SQSClient({}), env.MATCH_REQUESTS_QUEUE_URL),
  };
}
