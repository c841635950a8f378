import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeInvitationAnswerer, makeInvitationReader } from '../_adapters/dynamo/invitation-store.ts';
import { makeOrganizationReader } from '../_adapters/dynamo/organization-store.ts';
import { makePreferenceReader, makePreferenceWriter } from '../_adapters/dynamo/preference-store.ts';
import { makeSigningKeys } from '../_adapters/secrets/signing-keys.ts';
import { systemClock } from '../_runtime/clock.ts';
import { parseEnv } from '../_runtime/env.ts';
import { newEntryId, newInvitationId } from '../_runtime/ids.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const client = makeDocumentClient();
  const audit = makeAuditTrail(client, env.AUDIT_TABLE, newEntryId);
  const tables = { invitations: env.INVITATIONS_TABLE, organizations: env.ORGANIZATIONS_TABLE };
  return {
    logger: makeLogger('keep-preferences'),
    clock: systemClock,
    newInvitationId,
    zone: { name: env.ZONE_NAME },
    keys: makeSigningKeys(new SecretsManagerClient({}), env.SIGNING_KEYS_SECRET, () => Date.parse(systemClock())),
    organizations: makeOrganizationReader(client, env.ORGANIZATIONS_TABLE),
    invitations: makeInvitationReader(client, env.INVITATIONS_TABLE),
    preferences: makePreferenceReader(client, env.PREFERENCES_TABLE),
    save: makePreferenceWriter(client, env.PREFERENCES_TABLE, audit),
    answer: makeInvitationAnswerer(client, tables, audit),
  };
}
