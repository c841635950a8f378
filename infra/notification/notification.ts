import { Duration, TimeZone } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Env as NotifyMatchEnv } from '../../functions/notify-match/env.ts';
import type { Env as RelayMatchChangeEnv } from '../../functions/relay-match-change/env.ts';
import type { Env as SendDigestsEnv } from '../../functions/send-digests/env.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import { ChangeRelay } from '../messaging/change-relay.ts';
import { ChannelQueue } from '../messaging/channel-queue.ts';
import { lineMetric } from '../observability/line-metric.ts';
import type { SigningKeys } from '../secrets/signing-keys.ts';
import type { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';
import { Bounces } from './bounces.ts';
import { Invitations } from './invitations.ts';
import { mailRetries } from './mail-retries.ts';
import { MailTransport } from './mail-transport.ts';

type NotificationProps = {
  readonly zone: Zone;
  readonly storage: Storage;
  readonly bus: EventBus;
  readonly keys: SigningKeys;
  readonly publicBaseUrl: string;
};

const notifierTimeout = Duration.minutes(5);

/** From matches on record to mails, and to the zone's bus. */
export class Notification extends Construct {
  readonly notices = new ChannelQueue(this, 'Notices', { readerTimeout: notifierTimeout, retries: mailRetries });
  readonly invitations: Invitations;
  /** Where the zone mails through SES, which tells of bounces and complaints. */
  readonly bounces: readonly Bounces[];
  readonly matchRelay: ChangeRelay;
  readonly functions: readonly ZoneFunction<unknown>[];
  /** Demands that a run of the daily mail had no time for. */
  readonly dailyMailLeft: IMetric;

  constructor(scope: Construct, id: string, { zone, storage, bus, keys, publicBaseUrl }: NotificationProps) {
    super(scope, id);
    const mail = new MailTransport(this, 'Mail', zone);
    this.invitations = new Invitations(this, 'Invitations', { zone, storage, mail, keys, publicBaseUrl });
    this.bounces =
      zone.mail.transport === 'ses'
        ? [new Bounces(this, 'Bounces', { zone: zone.id, storage, configurationSet: zone.mail.configurationSet })]
        : [];
    const telling = {
      ...mail.variables,
      ZONE_NAME: JSON.stringify(zone.name),
      PUBLIC_BASE_URL: publicBaseUrl,
      LISTINGS_TABLE: storage.listings.tableName,
      ORGANIZATIONS_TABLE: storage.organizations.tableName,
      MATCHES_TABLE: storage.matches.tableName,
      DELIVERIES_TABLE: storage.deliveries.tableName,
      AUDIT_TABLE: storage.audit.tableName,
      USAGE_TABLE: storage.usage.tableName,
      TIME_ZONE: zone.timeZone,
      MAILS_A_MINUTE: String(zone.limits.mailsAMinute),
      INSTANT_MAILS_A_DAY: String(zone.limits.instantMailsADay),
    };

    const relay = new ZoneFunction<RelayMatchChangeEnv>(this, 'RelayMatchChange', {
      folder: 'relay-match-change',
      environment: {
        ZONE_ID: zone.id,
        NOTIFICATIONS_QUEUE_URL: this.notices.queue.queueUrl,
        ZONE_BUS_NAME: bus.eventBusName,
      },
    });
    const notify = new ZoneFunction<NotifyMatchEnv>(this, 'NotifyMatch', {
      folder: 'notify-match',
      environment: {
        ...telling,
        ...this.notices.retryVariables,
        NOTIFICATIONS_QUEUE_URL: this.notices.queue.queueUrl,
        DEAD_LETTER_QUEUE_URL: this.notices.deadLetters.queueUrl,
      },
      timeout: notifierTimeout,
    });
    const digests = new ZoneFunction<SendDigestsEnv>(this, 'SendDigests', {
      folder: 'send-digests',
      environment: telling,
      timeout: Duration.minutes(15),
    });
    this.functions = [
      relay,
      notify,
      digests,
      ...this.invitations.functions,
      ...this.bounces.flatMap(({ functions }) => functions),
    ];
    for (const teller of [notify, digests]) {
      lineMetric(teller, 'MailsPaced', { zone: zone.id, message: 'mail paced' });
    }
    lineMetric(notify, 'MailsKeptForTheDay', { zone: zone.id, message: 'mail kept for the day' });
    this.dailyMailLeft = lineMetric(digests, 'DailyMailLeft', {
      zone: zone.id,
      message: 'daily mail not finished',
      field: 'left',
    });

    this.notices.grantSend(relay);
    this.notices.grantSend(notify);
    // A window, so that what one run of the matcher found for a demand goes out in one mail.
    this.notices.grantRead(notify, { batchSize: 100, window: Duration.seconds(5), maxConcurrency: 2 });
    this.notices.grantPark(notify);
    this.notices.grantPutOff(notify);
    bus.grantPutEventsTo(relay);
    for (const teller of [notify, digests]) {
      storage.grantTell(teller);
      mail.grantUse(teller);
    }
    storage.grantMailsOfDay(notify);
    storage.grantReadDueDeliveries(digests);

    this.matchRelay = new ChangeRelay(this, 'MatchChanges', { streamArn: storage.matches.changesArn, reader: relay });
    new Schedule(this, 'DailyMail', {
      schedule: ScheduleExpression.cron({ minute: '0', hour: '8', timeZone: TimeZone.of(zone.timeZone) }),
      target: new LambdaInvoke(digests),
      description: 'Mails what was found since yesterday to buyers who asked for one mail a day',
    });
    new Schedule(this, 'UnsentMail', {
      schedule: ScheduleExpression.cron({ minute: '20,40', hour: '8-11', timeZone: TimeZone.of(zone.timeZone) }),
      target: new LambdaInvoke(digests, { input: ScheduleTargetInput.fromObject({ keptBefore: '08:00' }) }),
      description: 'Mails what the daily mail had no time for, or could not send',
    });
  }
}
