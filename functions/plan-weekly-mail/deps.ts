import { SQSClient } from '@aws-sdk/client-sqs';
import { systemAccess } from '../../domain/access/access.ts';
import { makeCandidateStore } from '../_adapters/dynamo/candidate-store.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeOrganizationReader } from '../_adapters/dynamo/organization-store.ts';
import { makePreferenceReader } from '../_adapters/dynamo/preference-store.ts';
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
    logger: makeLogger('plan-weekly-mail'),
    access: systemAccess('plan-weekly-mail'),
    clock: systemClock,
    zone: env.ZONE_ID,
    timeZone: env.TIME_ZONE,
    candidates: makeCandidateStore(client, env.CANDIDATES_TABLE, { partitions: env.CANDIDATE_PARTITIONS }),
    organizations: makeOrganizationReader(client, env.ORGANIZATIONS_TABLE),
    preferences: makePreferenceReader(client, env.PREFERENCES_TABLE),
    sendDue: makeQueueSender(new SQSClient({}), env.WEEKLY_MAIL_QUEUE_URL),
  };
}
