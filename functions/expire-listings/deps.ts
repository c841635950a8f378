import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeListingWriter } from '../_adapters/dynamo/listing-writer.ts';
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
    logger: makeLogger('expire-listings'),
    clock: systemClock,
    reader: makeListingReader(client, env.LISTINGS_TABLE),
    writer: makeListingWriter(client, { listings: env.LISTINGS_TABLE, candidates: env.CANDIDATES_TABLE }),
  };
}
