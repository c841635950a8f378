import { systemAccess } from '../../domain/access/access.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeMatchRecorder } from '../_adapters/dynamo/match-recorder.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const client = makeDocumentClient();
  return {
    /** Near matches are shown to nobody: of those of one's own listing, counts are. */
    count: systemAccess('read-near-matches'),
    logger: makeLogger('read-near-matches'),
    listings: makeListingReader(client, env.LISTINGS_TABLE),
    matches: makeMatchRecorder(client, env.MATCHES_TABLE),
  };
}
