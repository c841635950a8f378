import { Duration, TimeZone } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
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
import type { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';
import { judgingVariables } from './judging-variables.ts';

type MatchingProps = { readonly zone: Zone; readonly storage: Storage; readonly bus: EventBus };

const matcherTimeout = Duration.seconds(60);

/** From a change of a listing or a party to matches on record. */
export class Matching extends Construct {
  readonly requests = new ChannelQueue(this, 'Requests', { readerTimeout: matcherTimeout });
  readonly listingRelay: ChangeRelay;
  readonly organizationRelay: ChangeRelay;
  readonly functions: readonly ZoneFunction<unknown>[];
  /** Pairs that a reconciliation had to mend. */
  readonly differences: IMetric;

  constructor(scope: Construct, id: string, { zone, storage, bus }: MatchingProps) {
    super(scope, id);
    const ZONE_ID = zone.id;
    const LISTINGS_TABLE = storage.listings.tableName;
    const CANDIDATES_TABLE = storage.candidates.tableName;
    const MATCH_REQUESTS_QUEUE_URL = this.requests.queue.queueUrl;

    const relayListing = new ZoneFunction<RelayListingChangeEnv>(this, 'RelayListingChange', {
      folder: 'relay-listing-change',
      environment: { ZONE_ID, MATCH_REQUESTS_QUEUE_URL, ZONE_BUS_NAME: bus.eventBusName },
    });
    const relayOrganization = new ZoneFunction<RelayOrganizationChangeEnv>(this, 'RelayOrganizationChange', {
      folder: 'relay-organization-change',
      environment: { ZONE_ID, LISTINGS_TABLE, MATCH_REQUESTS_QUEUE_URL },
    });
    const match = new ZoneFunction<MatchListingEnv>(this, 'MatchListing', {
      folder: 'match-listing',
      environment: {
        ...judgingVariables(zone, storage),
        MATCHES_TABLE: storage.matches.tableName,
        DEAD_LETTER_QUEUE_URL: this.requests.deadLetters.queueUrl,
      },
      timeout: matcherTimeout,
      memoryMiB: 1024,
    });
    const expire = new ZoneFunction<ExpireListingsEnv>(this, 'ExpireListings', {
      folder: 'expire-listings',
      environment: { LISTINGS_TABLE, CANDIDATES_TABLE },
      timeout: Duration.minutes(5),
    });
    const recheck = new ZoneFunction<RecheckListingsEnv>(this, 'RecheckListings', {
      folder: 'recheck-listings',
      environment: {
        ZONE_ID,
        TIME_ZONE: zone.timeZone,
        MATCH_WEIGHTS: JSON.stringify(zone.weights),
        LISTINGS_TABLE,
        CANDIDATES_TABLE,
        RECHECKS_TABLE: storage.rechecks.tableName,
        MATCH_REQUESTS_QUEUE_URL,
      },
      timeout: Duration.minutes(15),
    });
    const reconcile = new ZoneFunction<ReconcileMatchesEnv>(this, 'ReconcileMatches', {
      folder: 'reconcile-matches',
      environment: {
        ZONE_ID,
        CANDIDATES_TABLE,
        MATCHES_TABLE: storage.matches.tableName,
        MATCH_REQUESTS_QUEUE_URL,
      },
      timeout: Duration.minutes(15),
    });
    this.functions = [relayListing, relayOrganization, match, expire, recheck, reconcile];
    this.differences = new MetricFilter(this, 'Differences', {
      logGroup: match.logGroup,
      metricNamespace: 'Zonematch',
      metricName: `RecordDifferences-${zone.id}`,
      filterPattern: FilterPattern.stringValue('$.message', '=', 'record differed'),
      metricValue: '$.differences',
    }).metric({ period: Duration.minutes(15), statistic: 'Sum' });

    // What is out of date by the time it is handled is dropped on purpose, and counted.
    for (const [id, message, metricValue] of [
      ['RequestsOvertaken', 'request overtaken', '1'],
      ['JudgementsOvertaken', 'listing matched', '$.overtaken'],
    ] as const) {
      new MetricFilter(this, id, {
        logGroup: match.logGroup,
        metricNamespace: 'Zonematch',
        metricName: `${id}-${zone.id}`,
        filterPattern: FilterPattern.stringValue('$.message', '=', message),
        metricValue,
      });
    }

    this.requests.grantSend(relayListing);
    this.requests.grantSend(relayOrganization);
    this.requests.grantSend(recheck);
    this.requests.grantSend(reconcile);
    this.requests.grantRead(match, { batchSize: 5, window: Duration.seconds(0), maxConcurrency: 10 });
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
      target: new LambdaInvoke(expire),
      description: 'Gives listings that are past their validUntil the state expired',
    });
    new Schedule(this, 'NewDay', {
      schedule: ScheduleExpression.cron({ minute: '5', hour: '0', timeZone: TimeZone.of(zone.timeZone) }),
      target: new LambdaInvoke(recheck),
      description: 'Judges anew what certificates that have ended, or rules that begin, may change today',
    });
    new Schedule(this, 'Reconciliation', {
      schedule: ScheduleExpression.cron({ minute: '30', hour: '3', timeZone: TimeZone.of(zone.timeZone) }),
      target: new LambdaInvoke(reconcile),
      description: 'Compares the matches on record with the judge, and has mended what differs',
    });
  }
}
