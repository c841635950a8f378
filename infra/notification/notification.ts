import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Env as NotifyMatchEnv } from '../../functions/notify-match/env.ts';
import type { Env as RelayMatchChangeEnv } from '../../functions/relay-match-change/env.ts';
import type { Env as SendDigestsEnv } from '../../functions/send-digests/env.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import { ChangeRelay } from '../messaging/change-relay.ts';
import { ChannelQueue } from '../messaging/channel-queue.ts';
import type { SigningKeys } from '../secrets/signing-keys.ts';
import type { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';
import { Bounces } from './bounces.ts';
import { Invitations } from './invitations.ts';
import { mailRetries } from './mail-retries.ts';
import { MailTransport } from './mail-transport.ts';
import type { RelayLogin } from './relay-login.ts';
import { WeeklyMail } from './weekly-mail.ts';

type NotificationProps = {
  readonly zone: Zone;
  readonly storage: Storage;
  readonly bus: EventBus;
  readonly keys: SigningKeys;
  /** Where the zone mails through a relay. */
  readonly relayLogin: RelayLogin | undefined;
  readonly publicBaseUrl: string;
};

const notifierTimeout = Duration.minutes(5);

/** From matches on record to mails, and to the zone's bus. */
export class Notification extends Construct {
  readonly notices = new ChannelQueue(this, 'Notices', { readerTimeout: notifierTimeout, retries: mailRetries });
  readonly invitations: Invitations;
  readonly weekly: WeeklyMail;
  /** Where the zone mails through SES, which tells of bounces and complaints. */
  readonly bounces: readonly Bounces[];
  readonly matchRelay: ChangeRelay;
  readonly functions: readonly ZoneFunction<unknown>[];

  constructor(
    scope: Construct,
    id: string,
    { zone, storage, bus, keys, relayLogin, publicBaseUrl }: NotificationProps,
  ) {
    super(scope, id);
    const mail = new MailTransport(this, 'Mail', { mail: zone.mail, login: relayLogin });
    this.invitations = new Invitations(this, 'Invitations', { zone, storage, mail, keys, publicBaseUrl });
    this.weekly = new WeeklyMail(this, 'WeeklyMail', { zone, storage, mail, keys, publicBaseUrl });
    const collecting = new CfnParameter(Stack.of(this), 'CollectSeconds', {
      type: 'Number',
      default: zone.rhythm.collectSeconds,
      minValue: 0,
      maxValue: 900,
      description: 'How long what is found for a demand is collected before its buyer is mailed',
    });
    this.bounces =
      zone.mail.transport === 'ses'
        ? [new Bounces(this, 'Bounces', { storage, configurationSet: zone.mail.configurationSet })]
        : [];
    const telling = {
      ...mail.variables,
      ...keys.variables,
      ZONE_NAME: JSON.stringify(zone.name),
      PUBLIC_BASE_URL: publicBaseUrl,
      LISTINGS_TABLE: storage.listings.tableName,
      ORGANIZATIONS_TABLE: storage.organizations.tableName,
      MATCHES_TABLE: storage.matches.tableName,
      DELIVERIES_TABLE: storage.deliveries.tableName,
      PREFERENCES_TABLE: storage.preferences.tableName,
      STOPS_TABLE: storage.stops.tableName,
      AUDIT_TABLE: storage.audit.tableName,
      USAGE_TABLE: storage.usage.tableName,
      TIME_ZONE: zone.timeZone,
      MAILS_A_MINUTE: String(zone.limits.mailsAMinute),
      INSTANT_MAILS_A_DAY: String(zone.limits.instantMailsADay),
      DAILY_MAILS_A_DAY: String(zone.limits.dailyMailsADay),
      ZONE_ID: zone.id,
      COLLECT_SECONDS: collecting.valueAsString,
      MATCHES_A_MAIL: String(zone.rhythm.matchesAMail),
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
      // Over before the next run.
      timeout: Duration.minutes(14),
    });
    this.functions = [
      relay,
      notify,
      digests,
      ...this.invitations.functions,
      ...this.weekly.functions,
      ...this.bounces.flatMap(({ functions }) => functions),
    ];
    this.notices.grantSend(relay);
    this.notices.grantSend(notify);
    // A moment, so that what one run of the matcher found for a demand is noted together.
    this.notices.grantRead(notify, { batchSize: 100, window: Duration.seconds(1), maxConcurrency: 2 });
    this.notices.grantPark(notify);
    this.notices.grantPutOff(notify);
    bus.grantPutEventsTo(relay);
    for (const teller of [notify, digests]) {
      storage.grantTell(teller);
      mail.grantUse(teller);
      keys.grantUse(teller);
      storage.grantMailsOfDay(teller);
    }
    storage.grantFindMatches(notify);
    storage.grantReadDueDeliveries(digests);

    this.matchRelay = new ChangeRelay(this, 'MatchChanges', { streamArn: storage.matches.changesArn, reader: relay });
    new Schedule(this, 'DueMail', {
      schedule: ScheduleExpression.rate(Duration.minutes(15)),
      target: new LambdaInvoke(digests.live),
      description:
        'Mails what is due: a day’s matches at the hour of each organization, and what could not be sent before',
    });
  }
}
