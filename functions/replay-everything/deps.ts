import { SQSClient } from '@aws-sdk/client-sqs';
import { systemAccess } from '../../domain/access/access.ts';
import { makeCandidateStore } from '../_adapters/dynamo/candidate-store.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeMatchReader } from '../_adapters/dynamo/match-reader.ts';
import { makeReplayStore } from '../_adapters/dynamo/replay-store.ts';
import { makeParkingLot } from '../_adapters/sqs/parking-lot.ts';
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
    logger: makeLogger('replay-everything'),
    access: systemAccess('replay-everything'),
    clock: systemClock,
    zone: env.ZONE_ID,
    candidates: makeCandidateStore(client, env.CANDIDATES_TABLE, { partitions: env.CANDIDATE_PARTITIONS }),
    matches: makeMatchReader(client, env.MATCHES_TABLE),
    replays: makeReplayStore(client, env.USAGE_TABLE),
    park: makeParkingLot(sqs, env.DEAD_LETTER_QUEUE_URL),
    sendSweeps: makeQueueSender(sqs, env.MATCH_SWEEPS_QUEUE_URL),
  };
}
