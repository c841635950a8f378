import { Duration, TimeZone } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { Env as PlanWeeklyMailEnv } from '../../functions/plan-weekly-mail/env.ts';
import type { Env as SendWeeklyMailEnv } from '../../functions/send-weekly-mail/env.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import { ChannelQueue } from '../messaging/channel-queue.ts';
import type { SigningKeys } from '../secrets/signing-keys.ts';
import { indexVariables } from '../storage/index-variables.ts';
import type { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';
import { mailRetries } from './mail-retries.ts';
import type { MailTransport } from './mail-transport.ts';

type WeeklyMailProps = {
  readonly zone: Zone;
  readonly storage: Storage;
  readonly mail: MailTransport;
  readonly keys: SigningKeys;
  readonly publicBaseUrl: string;
};

const senderTimeout = Duration.minutes(5);

/** From the beginning of a week to mails: what buyers look for, to suppliers; what would help, to buyers who found nothing. */
export class WeeklyMail extends ChannelQueue {
  readonly functions: readonly ZoneFunction<unknown>[];

  constructor(scope: Construct, id: string, { zone, storage, mail, keys, publicBaseUrl }: WeeklyMailProps) {
    super(scope, id, { readerTimeout: senderTimeout, retries: mailRetries, lane: 'sweeps' });
    const plan = new ZoneFunction<PlanWeeklyMailEnv>(this, 'PlanWeeklyMail', {
      folder: 'plan-weekly-mail',
      environment: {
        ZONE_ID: zone.id,
        TIME_ZONE: zone.timeZone,
        ...indexVariables(zone, storage),
        ORGANIZATIONS_TABLE: storage.organizations.tableName,
        PREFERENCES_TABLE: storage.preferences.tableName,
        WEEKLY_MAIL_QUEUE_URL: this.queue.queueUrl,
      },
      timeout: Duration.minutes(15),
    });
    const send = new ZoneFunction<SendWeeklyMailEnv>(this, 'SendWeeklyMail', {
      folder: 'send-weekly-mail',
      environment: {
        ...mail.variables,
        ...keys.variables,
        ...this.retryVariables,
        ZONE_NAME: JSON.stringify(zone.name),
        PUBLIC_BASE_URL: publicBaseUrl,
        TIME_ZONE: zone.timeZone,
        MAILS_A_MINUTE: String(zone.limits.mailsAMinute),
        LISTINGS_TABLE: storage.listings.tableName,
        ...indexVariables(zone, storage),
        MATCHES_TABLE: storage.matches.tableName,
        DELIVERIES_TABLE: storage.deliveries.tableName,
        ORGANIZATIONS_TABLE: storage.organizations.tableName,
        PREFERENCES_TABLE: storage.preferences.tableName,
        STOPS_TABLE: storage.stops.tableName,
        AUDIT_TABLE: storage.audit.tableName,
        USAGE_TABLE: storage.usage.tableName,
        DEAD_LETTER_QUEUE_URL: this.deadLetters.queueUrl,
      },
      timeout: senderTimeout,
    });
    this.functions = [plan, send];
    this.grantSend(plan);
    this.grantRead(send, { batchSize: 5, window: Duration.seconds(0), maxConcurrency: 2 });
    this.grantPark(send);
    this.grantPutOff(send);
    storage.grantPlanWeeklyMail(plan);
    storage.grantSendWeeklyMail(send);
    mail.grantUse(send);
    keys.grantUse(send);
    new Schedule(this, 'NewWeek', {
      schedule: ScheduleExpression.cron({
        weekDay: 'MON',
        hour: '9',
        minute: '0',
        timeZone: TimeZone.of(zone.timeZone),
      }),
      target: new LambdaInvoke(plan.live),
      description: 'Has weekly mails made: what buyers look for, and what would help those who found nothing',
    });
  }
}
