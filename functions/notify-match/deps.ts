import { SQSClient } from '@aws-sdk/client-sqs';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeMatchRecorder } from '../_adapters/dynamo/match-recorder.ts';
import { makeParkingLot } from '../_adapters/sqs/parking-lot.ts';
import { makeQueueSender, sendingAll } from '../_adapters/sqs/queue-sender.ts';
import { makeHide } from '../_adapters/sqs/visibility.ts';
import { makeTellingDeps } from '../_notification/telling-deps.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makePutOff } from '../_runtime/retries.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const sqs = new SQSClient({});
  const sendNotifications = makeQueueSender(sqs, env.NOTIFICATIONS_QUEUE_URL);
  return {
    ...makeTellingDeps('notify-match', env, sendingAll(sendNotifications)),
    sendNotifications,
    records: makeMatchRecorder(makeDocumentClient(), env.MATCHES_TABLE),
    park: makeParkingLot(sqs, env.DEAD_LETTER_QUEUE_URL),
    putOff: makePutOff(makeHide(sqs, env.RETRY_QUEUE_URL), env.RETRY_AFTER_SECONDS),
  };
}
