import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { systemAccess } from '../../domain/access/access.ts';
import { makeAuditReader, makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeKeptRows } from '../_adapters/dynamo/kept-rows.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeOrganizationReader } from '../_adapters/dynamo/organization-store.ts';
import { makeStopReader } from '../_adapters/dynamo/stop-store.ts';
import { makeProofKeyReader } from '../_adapters/secrets/proof-key.ts';
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
    logger: makeLogger('export-organization'),
    /** Reads what no member may read of itself; what comes of it is for the organization that it is about. */
    task: systemAccess('export-organization'),
    clock: systemClock,
    elapsed: (): number => performance.now(),
    zone: env.ZONE_ID,
    proofKey: makeProofKeyReader(new SecretsManagerClient({}), env.PROOF_KEY_SECRET),
    audit: makeAuditTrail(client, env.AUDIT_TABLE, newEntryId),
    entries: makeAuditReader(client, env.AUDIT_TABLE),
    kept: makeKeptRows(client, {
      history: env.HISTORY_TABLE,
      matches: env.MATCHES_TABLE,
      deliveries: env.DELIVERIES_TABLE,
      invitations: env.INVITATIONS_TABLE,
      preferences: env.PREFERENCES_TABLE,
    }),
    listings: makeListingReader(client, env.LISTINGS_TABLE),
    organizations: makeOrganizationReader(client, env.ORGANIZATIONS_TABLE),
    stops: makeStopReader(client, env.STOPS_TABLE),
  };
}
