import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { systemAccess } from '../../domain/access/access.ts';
import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeDeliveryStore } from '../_adapters/dynamo/delivery-store.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeMatchReader } from '../_adapters/dynamo/match-reader.ts';
import { makeOrganizationReader } from '../_adapters/dynamo/organization-store.ts';
import { makePreferenceReader } from '../_adapters/dynamo/preference-store.ts';
import { makeStopReader, makeStopWriter } from '../_adapters/dynamo/stop-store.ts';
import { makeUsageStore } from '../_adapters/dynamo/usage-store.ts';
import { makeSigningKeys } from '../_adapters/secrets/signing-keys.ts';
import { stoppingFor } from '../_contacts/stopping.ts';
import { makeMailLinks } from '../_links/mail-links.ts';
import { makeMark } from '../_links/mail-mark.ts';
import { systemClock } from '../_runtime/clock.ts';
import { newEntryId } from '../_runtime/ids.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { makeAllowance } from './allowance.ts';
import { makePace } from './pace.ts';
import type { TellingEnv } from './telling-env.ts';
import { makeWindow, type Send } from './window.ts';
import { makeZoneMailer } from './zone-mailer.ts';

export type TellingDeps = ReturnType<typeof makeTellingDeps>;

/** What each Lambda that mails buyers works with. One that sends no messages leaves what is to be told soon to the next run of what is due. */
export function makeTellingDeps(serviceName: string, env: TellingEnv, send?: Send) {
  const client = makeDocumentClient();
  const logger = makeLogger(serviceName);
  const access = systemAccess(serviceName);
  const clock = systemClock;
  const audit = makeAuditTrail(client, env.AUDIT_TABLE, newEntryId);
  const deliveries = makeDeliveryStore(client, env.DELIVERIES_TABLE);
  const keys = makeSigningKeys(new SecretsManagerClient({}), env.SIGNING_KEYS_SECRET, () => Date.parse(clock()));
  const collectSeconds = env.COLLECT_SECONDS;
  const metering = { access, clock, timeZone: env.TIME_ZONE, usage: makeUsageStore(client, env.USAGE_TABLE) };
  return {
    logger,
    access,
    audit,
    clock,
    zone: { name: env.ZONE_NAME },
    timeZone: env.TIME_ZONE,
    publicBaseUrl: env.PUBLIC_BASE_URL,
    links: makeMailLinks(keys, env.PUBLIC_BASE_URL),
    mark: makeMark(keys),
    mailer: makeZoneMailer(env),
    pace: makePace(env.MAILS_A_MINUTE, () => logger.info('mail paced')),
    allowances: {
      instant: makeAllowance({ ...metering, rhythm: 'instant', mailsADay: env.INSTANT_MAILS_A_DAY }),
      daily: makeAllowance({ ...metering, rhythm: 'daily', mailsADay: env.DAILY_MAILS_A_DAY }),
    },
    listings: makeListingReader(client, env.LISTINGS_TABLE),
    organizations: makeOrganizationReader(client, env.ORGANIZATIONS_TABLE),
    matches: makeMatchReader(client, env.MATCHES_TABLE),
    deliveries,
    collectSeconds,
    matchesAMail: env.MATCHES_A_MAIL,
    preferences: makePreferenceReader(client, env.PREFERENCES_TABLE),
    stops: makeStopReader(client, env.STOPS_TABLE),
    stopAddress: stoppingFor({ clock: systemClock, logger, stops: makeStopWriter(client, env.STOPS_TABLE, audit) })(
      access,
    ),
    window: makeWindow({ access, clock, zoneId: env.ZONE_ID, collectSeconds, deliveries, send }),
  };
}
