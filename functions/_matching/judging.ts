import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { systemAccess } from '../../domain/access/access.ts';
import { shortlist } from '../../domain/matching/shortlist.ts';
import { makeCandidateStore } from '../_adapters/dynamo/candidate-store.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeOrganizationReader } from '../_adapters/dynamo/organization-store.ts';
import { systemClock } from '../_runtime/clock.ts';
import type { JudgingEnv } from './judging-env.ts';

/** What each Lambda works with that judges a listing against the other side. */
export function makeJudgingDeps(client: DynamoDBDocumentClient, env: z.infer<typeof JudgingEnv>, task: string) {
  return {
    clock: systemClock,
    /** Judging looks at what no member may read; what comes of it is told by other rules. */
    judge: systemAccess(task),
    timeZone: env.TIME_ZONE,
    weights: env.MATCH_WEIGHTS,
    usesNegativeLists: env.USES_NEGATIVE_LISTS,
    /** Who meets nobody but each other. */
    canary: new Set(env.CANARY_ORGANIZATIONS),
    shortlist,
    listings: makeListingReader(client, env.LISTINGS_TABLE),
    candidates: makeCandidateStore(client, env.CANDIDATES_TABLE, {
      partitions: env.CANDIDATE_PARTITIONS,
      keptRows: env.CANDIDATE_ROWS_KEPT,
    }),
    organizations: makeOrganizationReader(client, env.ORGANIZATIONS_TABLE),
  };
}
