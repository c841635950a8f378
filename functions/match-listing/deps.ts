import { SQSClient } from '@aws-sdk/client-sqs';
import { makeCandidateStore } from '../_adapters/dynamo/candidate-store.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeMatchRecorder } from '../_adapters/dynamo/match-recorder.ts';
import { makeOrganizationStore } from '../_adapters/dynamo/organization-store.ts';
import { makeParkingLot } from '../_adapters/sqs/parking-lot.ts';
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
    logger: makeLogger('match-listing'),
    clock: systemClock,
    timeZone: env.TIME_ZONE,
    weights: env.MATCH_WEIGHTS,
    listings: makeListingReader(client, env.LISTINGS_TABLE),
    candidates: makeCandidateStore(client, env.CANDIDATES_TABLE),
    organizations: makeOrganizationStore(client, env.ORGANIZATIONS_TABLE),
    matches: makeMatchRecorder(client, env.MATCHES_TABLE),
    park: makeParkingLot(new SQSClient({}), env.DEAD_LETTER_QUEUE_URL),
  };
}
