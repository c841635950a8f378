import { Duration, TimeZone } from 'aws-cdk-lib';
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
import type { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';
import { MailRelay } from './mail-relay.ts';

type NotificationProps = {
  readonly zone: Zone;
  readonly storage: Storage;
  readonly bus: EventBus;
  readonly publicBaseUrl: string;
};

const notifierTimeout = Duration.minutes(2);

/** From matches on record to mails, and to the zone's bus. */
export class Notification extends Construct {
  readonly notices = new ChannelQueue(this, 'Notices', { readerTimeout: notifierTimeout });
  readonly matchRelay: ChangeRelay;
  readonly functions: readonly ZoneFunction<unknown>[];

  constructor(scope: Construct, id: string, { zone, storage, bus, publicBaseUrl }: NotificationProps) {
    super(scope, id);
    const mail = new MailRelay(this, 'Mail', zone);
    const telling = {
      ...mail.variables,
      ZONE_NAME: JSON.stringify(zone.name),
      PUBLIC_BASE_URL: publicBaseUrl,
      LISTINGS_TABLE: storage.listings.tableName,
      ORGANIZATIONS_TABLE: storage.organizations.tableName,
      MATCHES_TABLE: storage.matches.tableName,
      DELIVERIES_TABLE: storage.deliveries.tableName,
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
      environment: { ...telling, DEAD_LETTER_QUEUE_URL: this.notices.deadLetters.queueUrl },
      timeout: notifierTimeout,
    });
    const digests = new ZoneFunction<SendDigestsEnv>(this, 'SendDigests', {
      folder: 'send-digests',
      environment: telling,
      timeout: Duration.minutes(15),
    });
    this.functions = [relay, notify, digests];

    this.notices.grantSend(relay);
    // A window, so that what one run of the matcher found for a demand goes out in one mail.
    this.notices.grantRead(notify, { batchSize: 100, window: Duration.seconds(5), maxConcurrency: 2 });
    bus.grantPutEventsTo(relay);
    for (const teller of [notify, digests]) {
      storage.grantTell(teller);
      mail.grantUse(teller);
    }
    storage.grantReadDueDeliveries(digests);

    this.matchRelay = new ChangeRelay(this, 'MatchChanges', { streamArn: storage.matches.changesArn, reader: relay });
    new Schedule(this, 'DailyMail', {
      schedule: ScheduleExpression.cron({ minute: '0', hour: '8', timeZone: TimeZone.of(zone.timeZone) }),
      target: new LambdaInvoke(digests),
      description: 'Mails what was found since yesterday to buyers who asked for one mail a day',
    });
  }
}
