import { SQSClient } from '@aws-sdk/client-sqs';
import { systemAccess } from '../../domain/access/access.ts';
import { makeParkingLot } from '../_adapters/sqs/parking-lot.ts';
import { makeStoppingDeps } from '../_contacts/stopping-deps.ts';
import { parseEnv } from '../_runtime/env.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  return {
    ...makeStoppingDeps('record-bounces', env),
    access: systemAccess('record-bounces'),
    park: makeParkingLot(new SQSClient({}), env.DEAD_LETTER_QUEUE_URL),
  };
}
