import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeJudgingDeps } from '../_matching/judging.ts';
import { admitting } from '../_organizations/standing.ts';
import { parseEnv } from '../_runtime/env.ts';
import { newDemandId, newEntryId, newOfferId } from '../_runtime/ids.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { makeRequestCounter } from '../_runtime/request-counter.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const client = makeDocumentClient();
  const judging = makeJudgingDeps(client, env, 'preview-listing');
  return {
    ...judging,
    countRequest: admitting(makeRequestCounter(client, env), judging.organizations),
    audit: makeAuditTrail(client, env.AUDIT_TABLE, newEntryId),
    logger: makeLogger('preview-listing'),
    mostListings: env.MOST_LISTINGS,
    newId: { offer: newOfferId, demand: newDemandId },
  };
}
