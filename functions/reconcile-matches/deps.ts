import { SQSClient } from '@aws-sdk/client-sqs';
import { systemAccess } from '../../domain/access/access.ts';
import { makeCandidateStore } from '../_adapters/dynamo/candidate-store.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeMatchReader } from '../_adapters/dynamo/match-reader.ts';
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
  return {
    logger: makeLogger('reconcile-matches'),
    access: systemAccess('reconcile-matches'),
    clock: systemClock,
    zone: env.ZONE_ID,
    candidates: makeCandidateStore(client, env.CANDIDATES_TABLE, { partitions: env.CANDIDATE_PARTITIONS }),
    matches: makeMatchReader(client, env.MATCHES_TABLE),
    sendSweeps: makeQueueSender(new SQSClient({}), env.MATCH_SWEEPS_QUEUE_URL),
  };
}
