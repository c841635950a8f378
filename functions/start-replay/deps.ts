import { SQSClient } from '@aws-sdk/client-sqs';
import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeReplayStore } from '../_adapters/dynamo/replay-store.ts';
import { makeQueueSender } from '../_adapters/sqs/queue-sender.ts';
import { makeLanesDeps } from '../_matching/lanes-deps.ts';
import { parseEnv } from '../_runtime/env.ts';
import { newEntryId, newReplayId } from '../_runtime/ids.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const client = makeDocumentClient();
  const sqs = new SQSClient({});
  return {
    logger: makeLogger('start-replay'),
    ...makeLanesDeps(client, sqs, env, 'start-replay'),
    zone: env.ZONE_ID,
    newReplayId,
    audit: makeAuditTrail(client, env.AUDIT_TABLE, newEntryId),
    listings: makeListingReader(client, env.LISTINGS_TABLE),
    replays: makeReplayStore(client, env.USAGE_TABLE),
    sendReplays: makeQueueSender(sqs, env.REPLAYS_QUEUE_URL),
  };
}
