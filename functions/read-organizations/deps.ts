import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeInvitationReader } from '../_adapters/dynamo/invitation-store.ts';
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
    clock: systemClock,
    audit: makeAuditTrail(client, env.AUDIT_TABLE, newEntryId),
    logger: makeLogger('read-organizations'),
    invitations: makeInvitationReader(client, env.INVITATIONS_TABLE),
    organizations: makeOrganizationReader(client, env.ORGANIZATIONS_TABLE),
  };
}
