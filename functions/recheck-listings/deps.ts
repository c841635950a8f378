import { SQSClient } from '@aws-sdk/client-sqs';
import { systemAccess } from '../../domain/access/access.ts';
import { makeCandidateStore } from '../_adapters/dynamo/candidate-store.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeRecheckStore } from '../_adapters/dynamo/recheck-store.ts';
import { makeQueueSender } from '../_adapters/sqs/queue-sender.ts';
import { systemClock } from '../_runtime/clock.ts';
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
    logger: makeLogger('recheck-listings'),
    access: systemAccess('recheck-listings'),
    clock: systemClock,
    zone: env.ZONE_ID,
    timeZone: env.TIME_ZONE,
    weights: env.MATCH_WEIGHTS,
    listings: makeListingReader(client, env.LISTINGS_TABLE),
    candidates: makeCandidateStore(client, env.CANDIDATES_TABLE, { partitions: env.CANDIDATE_PARTITIONS }),
    rechecks: makeRecheckStore(client, env.RECHECKS_TABLE),
    sendOverflow: makeQueueSender(sqs, env.MATCH_OVERFLOW_QUEUE_URL),
    sendSweeps: makeQueueSender(sqs, env.MATCH_SWEEPS_QUEUE_URL),
  };
}
