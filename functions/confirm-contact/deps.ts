import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeInvitationAnswerer, makeInvitationReader } from '../_adapters/dynamo/invitation-store.ts';
import { makeOrganizationReader } from '../_adapters/dynamo/organization-store.ts';
import { makeSigningKeys } from '../_adapters/secrets/signing-keys.ts';
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
  const tables = { invitations: env.INVITATIONS_TABLE, organizations: env.ORGANIZATIONS_TABLE };
  return {
    logger: makeLogger('confirm-contact'),
    clock: systemClock,
    zone: { name: env.ZONE_NAME },
    keys: makeSigningKeys(new SecretsManagerClient({}), env.SIGNING_KEYS_SECRET, () => Date.parse(systemClock())),
    organizations: makeOrganizationReader(client, env.ORGANIZATIONS_TABLE),
    invitations: makeInvitationReader(client, env.INVITATIONS_TABLE),
    answer: makeInvitationAnswerer(client, tables, makeAuditTrail(client, env.AUDIT_TABLE, newEntryId)),
  };
}
