import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { systemAccess } from '../../domain/access/access.ts';
import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeCandidateStore } from '../_adapters/dynamo/candidate-store.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeDeliveryStore } from '../_adapters/dynamo/delivery-store.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeMatchRecorder } from '../_adapters/dynamo/match-recorder.ts';
import { makeOrganizationReader } from '../_adapters/dynamo/organization-store.ts';
import { makePreferenceReader } from '../_adapters/dynamo/preference-store.ts';
import { makeStopReader, makeStopWriter } from '../_adapters/dynamo/stop-store.ts';
import { makeUsageStore } from '../_adapters/dynamo/usage-store.ts';
import { makeSigningKeys } from '../_adapters/secrets/signing-keys.ts';
import { makeParkingLot } from '../_adapters/sqs/parking-lot.ts';
import { makeHide } from '../_adapters/sqs/visibility.ts';
import { stoppingFor } from '../_contacts/stopping.ts';
import { makeMailLinks } from '../_links/mail-links.ts';
import { makeMark } from '../_links/mail-mark.ts';
import { makePace } from '../_notification/pace.ts';
import { makeZoneMailer } from '../_notification/zone-mailer.ts';
import { systemClock } from '../_runtime/clock.ts';
import { parseEnv } from '../_runtime/env.ts';
import { newEntryId } from '../_runtime/ids.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { makePutOff } from '../_runtime/retries.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const client = makeDocumentClient();
  const sqs = new SQSClient({});
  const access = systemAccess('send-weekly-mail');
  const audit = makeAuditTrail(client, env.AUDIT_TABLE, newEntryId);
  const logger = makeLogger('send-weekly-mail');
  const keys = makeSigningKeys(new SecretsManagerClient({}), env.SIGNING_KEYS_SECRET, () => Date.parse(systemClock()));
  return {
    logger,
    access,
    clock: systemClock,
    zone: { name: env.ZONE_NAME },
    timeZone: env.TIME_ZONE,
    publicBaseUrl: env.PUBLIC_BASE_URL,
    links: makeMailLinks(keys, env.PUBLIC_BASE_URL),
    mark: makeMark(keys),
    mailer: makeZoneMailer(env),
    pace: makePace(env.MAILS_A_MINUTE, () => logger.info('mail paced')),
    usage: makeUsageStore(client, env.USAGE_TABLE),
    listings: makeListingReader(client, env.LISTINGS_TABLE),
    candidates: makeCandidateStore(client, env.CANDIDATES_TABLE, { partitions: env.CANDIDATE_PARTITIONS }),
    matches: makeMatchRecorder(client, env.MATCHES_TABLE),
    deliveries: makeDeliveryStore(client, env.DELIVERIES_TABLE),
    organizations: makeOrganizationReader(client, env.ORGANIZATIONS_TABLE),
    preferences: makePreferenceReader(client, env.PREFERENCES_TABLE),
    stops: makeStopReader(client, env.STOPS_TABLE),
    stopAddress: stoppingFor({ clock: systemClock, logger, stops: makeStopWriter(client, env.STOPS_TABLE, audit) })(
      access,
    ),
    park: makeParkingLot(sqs, env.DEAD_LETTER_QUEUE_URL),
    putOff: makePutOff(makeHide(sqs, env.RETRY_QUEUE_URL), env.RETRY_AFTER_SECONDS),
  };
}
