import { systemAccess } from '../../domain/access/access.ts';
import { makeCensus } from '../_adapters/dynamo/census.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeCountingStore } from '../_adapters/dynamo/counting-store.ts';
import { makePublicStatistics, makeStatisticsWriter } from '../_adapters/dynamo/statistics-store.ts';
import { systemClock } from '../_runtime/clock.ts';
import { parseEnv } from '../_runtime/env.ts';
import { newEntryId } from '../_runtime/ids.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const client = makeDocumentClient();
  return {
    logger: makeLogger('take-statistics'),
    access: systemAccess('take-statistics'),
    clock: systemClock,
    timeZone: env.TIME_ZONE,
    leftOut: new Set(env.LEFT_OUT),
    census: makeCensus(client, {
      organizations: env.ORGANIZATIONS_TABLE,
      listings: env.LISTINGS_TABLE,
      matches: env.MATCHES_TABLE,
    }),
    counting: makeCountingStore(client, env.STATISTICS_TABLE, newEntryId),
    statistics: makeStatisticsWriter(client, env.STATISTICS_TABLE),
    published: makePublicStatistics(client, env.STATISTICS_TABLE),
  };
}
