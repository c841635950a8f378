import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { systemAccess } from '../../domain/access/access.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makePublicStatistics, makeStatisticsReader } from '../_adapters/dynamo/statistics-store.ts';
import { makeSigningKeys } from '../_adapters/secrets/signing-keys.ts';
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
    logger: makeLogger('show-statistics'),
    clock: systemClock,
    zone: { name: env.ZONE_NAME },
    timeZone: env.TIME_ZONE,
    publicBaseUrl: env.PUBLIC_BASE_URL,
    isPublic: env.PUBLIC_PAGE,
    keys: makeSigningKeys(new SecretsManagerClient({}), env.SIGNING_KEYS_SECRET, () => Date.parse(systemClock())),
    statistics: makeStatisticsReader(client, env.STATISTICS_TABLE),
    /** Reads for anybody what was made for anybody. */
    access: systemAccess('show-statistics'),
    published: makePublicStatistics(client, env.STATISTICS_TABLE),
  };
}
