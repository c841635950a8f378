import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeListingPublisher } from '../_adapters/dynamo/listing-writer.ts';
import { systemClock } from '../_runtime/clock.ts';
import { parseEnv } from '../_runtime/env.ts';
import { newDemandId } from '../_runtime/ids.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const tables = { listings: env.LISTINGS_TABLE, candidates: env.CANDIDATES_TABLE, requests: env.REQUESTS_TABLE };
  return {
    logger: makeLogger('publish-demand'),
    clock: systemClock,
    newId: newDemandId,
    publisher: makeListingPublisher(makeDocumentClient(), tables),
  };
}
