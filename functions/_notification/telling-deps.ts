import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeDeliveryStore } from '../_adapters/dynamo/delivery-store.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeMatchReader } from '../_adapters/dynamo/match-reader.ts';
import { makeOrganizationStore } from '../_adapters/dynamo/organization-store.ts';
import { systemClock } from '../_runtime/clock.ts';
import { makeLogger } from '../_runtime/logger.ts';
import type { TellingEnv } from './telling-env.ts';
import { makeZoneMailer } from './zone-mailer.ts';

export type TellingDeps = ReturnType<typeof makeTellingDeps>;

/** What each Lambda that mails buyers works with. */
export function makeTellingDeps(serviceName: string, env: TellingEnv) {
  const client = makeDocumentClient();
  return {
    logger: makeLogger(serviceName),
    clock: systemClock,
    zone: { name: env.ZONE_NAME },
    publicBaseUrl: env.PUBLIC_BASE_URL,
    mailer: makeZoneMailer(env),
    listings: makeListingReader(client, env.LISTINGS_TABLE),
    organizations: makeOrganizationStore(client, env.ORGANIZATIONS_TABLE),
    matches: makeMatchReader(client, env.MATCHES_TABLE),
    deliveries: makeDeliveryStore(client, env.DELIVERIES_TABLE),
  };
}
