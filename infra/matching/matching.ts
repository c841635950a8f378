import { Duration, TimeZone } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Env as ExpireListingsEnv } from '../../functions/expire-listings/env.ts';
import type { Env as MatchListingEnv } from '../../functions/match-listing/env.ts';
import type { Env as RecheckListingsEnv } from '../../functions/recheck-listings/env.ts';
import type { Env as ReconcileMatchesEnv } from '../../functions/reconcile-matches/env.ts';
import type { Env as RelayListingChangeEnv } from '../../functions/relay-listing-change/env.ts';
import type { Env as RelayOrganizationChangeEnv } from '../../functions/relay-organization-change/env.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import { ChangeRelay } from '../messaging/change-relay.ts';
import { ChannelQueue } from '../messaging/channel-queue.ts';
import { indexVariables } from '../storage/index-variables.ts';
import type { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';
import { judgingVariables } from './judging-variables.ts';
import { matcherMemoryMiB } from './matcher-memory.ts';

type MatchingProps = {
  readonly zone: Zone;
  readonly storage: Storage;
  readonly bus: EventBus;
  /** Where contacts that are not confirmed are asked to be invited. */
  readonly invitations: ChannelQueue;
  /** Where whoever has become a contact is asked to be told of what was found. */
  readonly notices: ChannelQueue;
};

const matcherTimeout = Duration.seconds(60);

/** From a change of a listing or a party to matches on record. */
export class Matching extends Construct {
  /** What somebody just did. */
  readonly requests = new ChannelQueue(this, 'Requests', { readerTimeout: matcherTimeout });
  /** What would keep others waiting. */
  readonly overflow = new ChannelQueue(this, 'Overflow', {
    readerTimeout: matcherTimeout,
    lane: 'overflow',
  });
  /** Everything, judged anew. */
  readonly sweeps = new ChannelQueue(this, 'Sweeps', { readerTimeout: matcherTimeout, lane: 'sweeps' });
  /** What whoever asks for judging on the operator's behalf is told. */
  readonly lanes: Readonly<
    Record<'MATCH_REQUESTS_QUEUE_URL' | 'MATCH_OVERFLOW_QUEUE_URL' | 'USAGE_TABLE' | 'PROMPT_LISTINGS_A_MINUTE', string>
  >;
  readonly listingRelay: ChangeRelay;
  readonly organizationRelay: ChangeRelay;
  readonly functions: readonly ZoneFunction<unknown>[];
  readonly matcher: ZoneFunction<unknown>;

  constructor(scope: Construct, id: string, { zone, storage, bus, invitations, notices }: MatchingProps) {
    super(scope, id);
    const ZONE_ID = zone.id;
    const LISTINGS_TABLE = storage.listings.tableName;
    const index = indexVariables(zone, storage);
    const MATCH_OVERFLOW_QUEUE_URL = this.overflow.queue.queueUrl;
    const MATCH_SWEEPS_QUEUE_URL = this.sweeps.queue.queueUrl;
    const lanes = {
      MATCH_REQUESTS_QUEUE_URL: this.requests.queue.queueUrl,
      MATCH_OVERFLOW_QUEUE_URL,
      USAGE_TABLE: storage.usage.tableName,
      PROMPT_LISTINGS_A_MINUTE: JSON.stringify(zone.limits.promptListingsAMinute),
    };

    this.lanes = lanes;
    const relayListing = new ZoneFunction<RelayListingChangeEnv>(this, 'RelayListingChange', {
      folder: 'relay-listing-change',
      environment: { ...lanes, ZONE_ID, ZONE_BUS_NAME: bus.eventBusName },
    });
    const relayOrganization = new ZoneFunction<RelayOrganizationChangeEnv>(this, 'RelayOrganizationChange', {
      folder: 'relay-organization-change',
      environment: {
        ...lanes,
        ZONE_ID,
        LISTINGS_TABLE,
        INVITATIONS_QUEUE_URL: invitations.queue.queueUrl,
        NOTIFICATIONS_QUEUE_URL: notices.queue.queueUrl,
      },
    });
    const match = new ZoneFunction<MatchListingEnv>(this, 'MatchListing', {
      folder: 'match-listing',
      environment: {
        ...judgingVariables(zone, storage),
        ZONE_ID,
        PAIRS_AT_ONCE: String(zone.limits.pairsAtOnce),
        MATCH_OVERFLOW_QUEUE_URL,
        MATCHES_TABLE: storage.matches.tableName,
        USAGE_TABLE: storage.usage.tableName,
        DEAD_LETTER_QUEUE_URL: this.requests.deadLetters.queueUrl,
      },
      timeout: matcherTimeout,
      memoryMiB: matcherMemoryMiB,
    });
    const expire = new ZoneFunction<ExpireListingsEnv>(this, 'ExpireListings', {
      folder: 'expire-listings',
      environment: {
        LISTINGS_TABLE,
        ...index,
        AUDIT_TABLE: storage.audit.tableName,
        USAGE_TABLE: storage.usage.tableName,
        LISTINGS_AN_ORGANIZATION: String(zone.limits.listingsAnOrganization),
      },
      timeout: Duration.minutes(5),
    });
    const recheck = new ZoneFunction<RecheckListingsEnv>(this, 'RecheckListings', {
      folder: 'recheck-listings',
      environment: {
        ZONE_ID,
        TIME_ZONE: zone.timeZone,
        MATCH_WEIGHTS: JSON.stringify(zone.weights),
        LISTINGS_TABLE,
        ...index,
        RECHECKS_TABLE: storage.rechecks.tableName,
        MATCH_OVERFLOW_QUEUE_URL,
        MATCH_SWEEPS_QUEUE_URL,
      },
      timeout: Duration.minutes(15),
    });
    const reconcile = new ZoneFunction<ReconcileMatchesEnv>(this, 'ReconcileMatches', {
      folder: 'reconcile-matches',
      environment: {
        ZONE_ID,
        ...index,
        MATCHES_TABLE: storage.matches.tableName,
        MATCH_SWEEPS_QUEUE_URL,
      },
      timeout: Duration.minutes(15),
    });
    this.functions = [relayListing, relayOrganization, match, expire, recheck, reconcile];
    this.matcher = match;

    for (const relay of [relayListing, relayOrganization]) {
      this.requests.grantSend(relay);
      this.overflow.grantSend(relay);
      storage.grantMeter(relay);
    }
    invitations.grantSend(relayOrganization);
    notices.grantSend(relayOrganization);
    this.overflow.grantSend(match);
    this.overflow.grantSend(recheck);
    this.sweeps.grantSend(recheck);
    this.sweeps.grantSend(reconcile);
    const { prompt, overflow, sweeps } = zone.limits.matcherRuns;
    for (const [channel, maxConcurrency] of [
      [this.requests, prompt],
      [this.overflow, overflow],
      [this.sweeps, sweeps],
    ] as const) {
      channel.grantRead(match, { batchSize: 5, window: Duration.seconds(0), maxConcurrency });
    }
    // Whichever queue it came on, what cannot be read is put aside in one place.
    this.requests.grantPark(match);
    bus.grantPutEventsTo(relayListing);
    storage.grantListListings(relayOrganization);
    storage.grantMatch(match);
    storage.grantExpire(expire);
    storage.grantRecheck(recheck);
    storage.grantReconcile(reconcile);

    this.listingRelay = new ChangeRelay(this, 'ListingChanges', {
      streamArn: storage.listings.changesArn,
      reader: relayListing,
    });
    this.organizationRelay = new ChangeRelay(this, 'OrganizationChanges', {
      streamArn: storage.organizations.changesArn,
      reader: relayOrganization,
    });
    new Schedule(this, 'ExpirySweep', {
      schedule: ScheduleExpression.rate(Duration.minutes(15)),
      target: new LambdaInvoke(expire.live),
      description: 'Gives listings that are past their validUntil the state expired',
    });
    new Schedule(this, 'NewDay', {
      schedule: ScheduleExpression.cron({ minute: '5', hour: '0', timeZone: TimeZone.of(zone.timeZone) }),
      target: new LambdaInvoke(recheck.live),
      description: 'Judges anew what certificates that have ended, or rules that begin, may change today',
    });
    new Schedule(this, 'Reconciliation', {
      schedule: ScheduleExpression.cron({ minute: '30', hour: '3', timeZone: TimeZone.of(zone.timeZone) }),
      target: new LambdaInvoke(reconcile.live),
      description: 'Compares the matches on record with the judge, and has mended what differs',
    });
  }
}
