import { systemAccess } from '../../domain/access/access.ts';
import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeHistoryStore } from '../_adapters/dynamo/history-store.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeMatchReader } from '../_adapters/dynamo/match-reader.ts';
import { makeOrganizationReader } from '../_adapters/dynamo/organization-store.ts';
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
    logger: makeLogger('explain-pair'),
    clock: systemClock,
    /** Judges a pair that the caller was told of: what comes of it is told, and not what was read. */
    judge: systemAccess('explain-pair'),
    audit: makeAuditTrail(client, env.AUDIT_TABLE, newEntryId),
    timeZone: env.TIME_ZONE,
    weights: env.MATCH_WEIGHTS,
    usesNegativeLists: env.USES_NEGATIVE_LISTS,
    listings: makeListingReader(client, env.LISTINGS_TABLE),
    organizations: makeOrganizationReader(client, env.ORGANIZATIONS_TABLE),
    matches: makeMatchReader(client, env.MATCHES_TABLE),
    history: makeHistoryStore(client, env.HISTORY_TABLE),
  };
}
