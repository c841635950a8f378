import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { systemAccess } from '../../domain/access/access.ts';
import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeErasingStore } from '../_adapters/dynamo/erasing-store.ts';
import { makeKeptRows } from '../_adapters/dynamo/kept-rows.ts';
import { makeOrganizationReader, makeOrganizationWriter } from '../_adapters/dynamo/organization-store.ts';
import { makeProofKeyReader } from '../_adapters/secrets/proof-key.ts';
import { makeRevisingDeps } from '../_listings/revising.ts';
import { parseEnv } from '../_runtime/env.ts';
import { newEntryId } from '../_runtime/ids.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const client = makeDocumentClient();
  const audit = makeAuditTrail(client, env.AUDIT_TABLE, newEntryId);
  const { reader, writer, logger, clock } = makeRevisingDeps('delete-organization', env);
  return {
    logger,
    clock,
    /** Reads and has go what no caller may touch row by row; who asked for it stands in the audit record. */
    task: systemAccess('delete-organization'),
    elapsed: (): number => performance.now(),
    zone: env.ZONE_ID,
    proofKey: makeProofKeyReader(new SecretsManagerClient({}), env.PROOF_KEY_SECRET),
    listings: { ...reader, ...writer },
    organizations: {
      ...makeOrganizationReader(client, env.ORGANIZATIONS_TABLE),
      ...makeOrganizationWriter(client, env.ORGANIZATIONS_TABLE, audit),
    },
    erasing: makeErasingStore(client, { listings: env.LISTINGS_TABLE, usage: env.USAGE_TABLE }),
    kept: makeKeptRows(client, {
      history: env.HISTORY_TABLE,
      matches: env.MATCHES_TABLE,
      deliveries: env.DELIVERIES_TABLE,
      invitations: env.INVITATIONS_TABLE,
      preferences: env.PREFERENCES_TABLE,
    }),
  };
}
