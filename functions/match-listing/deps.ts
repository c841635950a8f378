import { setTimeout } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import { makeChainStore } from '../_adapters/dynamo/chain-store.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeMatchRecorder } from '../_adapters/dynamo/match-recorder.ts';
import { makeReplayStore } from '../_adapters/dynamo/replay-store.ts';
import { makeParkingLot } from '../_adapters/sqs/parking-lot.ts';
import { makeQueueSender } from '../_adapters/sqs/queue-sender.ts';
import { makeJudgingDeps } from '../_matching/judging.ts';
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
    ...makeJudgingDeps(client, env, 'match-listing'),
    logger: makeLogger('match-listing'),
    matches: makeMatchRecorder(client, env.MATCHES_TABLE),
    park: makeParkingLot(sqs, env.DEAD_LETTER_QUEUE_URL),
    sendOverflow: makeQueueSender(sqs, env.MATCH_OVERFLOW_QUEUE_URL),
    chains: makeChainStore(client, env.USAGE_TABLE),
    replays: makeReplayStore(client, env.USAGE_TABLE),
    pause: (ms: number): Promise<void> => setTimeout(ms),
    zone: env.ZONE_ID,
    pairsAtOnce: env.PAIRS_AT_ONCE,
  };
}
