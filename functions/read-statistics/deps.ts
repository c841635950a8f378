import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeStatisticsReader } from '../_adapters/dynamo/statistics-store.ts';
import { systemClock } from '../_runtime/clock.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  return {
    logger: makeLogger('read-statistics'),
    clock: systemClock,
    timeZone: env.TIME_ZONE,
    statistics: makeStatisticsReader(makeDocumentClient(), env.STATISTICS_TABLE),
  };
}
