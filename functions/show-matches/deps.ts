import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { systemAccess } from '../../domain/access/access.ts';
import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeDeliveryStore } from '../_adapters/dynamo/delivery-store.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeMatchReader } from '../_adapters/dynamo/match-reader.ts';
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
  return {
    logger: makeLogger('show-matches'),
    clock: systemClock,
    publicBaseUrl: env.PUBLIC_BASE_URL,
    zone: { name: env.ZONE_NAME },
    timeZone: env.TIME_ZONE,
    keys: makeSigningKeys(new SecretsManagerClient({}), env.SIGNING_KEYS_SECRET, () => Date.parse(systemClock())),
    /** Reads both sides of a match that the reader may see; the pages show of them what mails show, or they disclose. */
    disclose: systemAccess('show-matches'),
    audit: makeAuditTrail(client, env.AUDIT_TABLE, newEntryId),
    organizations: makeOrganizationReader(client, env.ORGANIZATIONS_TABLE),
    matches: makeMatchReader(client, env.MATCHES_TABLE),
    listings: makeListingReader(client, env.LISTINGS_TABLE),
    deliveries: makeDeliveryStore(client, env.DELIVERIES_TABLE),
  };
}
