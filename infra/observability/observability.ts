import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ZoneMetricName } from '../../functions/_runtime/line-metrics.ts';
import type { ChannelQueue } from '../messaging/channel-queue.ts';
import type { Zone } from '../zones/zone.ts';
import type { Severity } from '../zones/zone-watch.ts';
import { apiErrors, shareOfMails, throttledRuns, throttledTables } from './readings.ts';
import type { Watched } from './watched.ts';
import { ZoneAlarm } from './zone-alarm.ts';
import { ZoneDashboard } from './zone-dashboard.ts';
import { zoneMetric } from './zone-metric.ts';

/** What is counted where each one counts: the operator is told of the first. */
const counted: readonly (readonly [ZoneMetricName, Severity, says: string, runbook: string])[] = [
  ['RecordDifferences', 'urgent', 'What is on record was not what the judge says.', 'record-differed'],
  ['DueMailLeft', 'soon', 'The run that mails what is due had no time for all of it.', 'due-mail-left'],
  ['DueMailFailed', 'soon', 'Mail that is due could not be sent.', 'due-mail-failed'],
  ['MailsRefused', 'soon', 'A mail server refused a mail for good.', 'refused-mails'],
  ['AddressesStopped', 'soon', 'An address is mailed no more.', 'stopped-addresses'],
  ['DaysNotCounted', 'soon', 'A day has no statistics.', 'days-not-counted'],
  ['Complaints', 'soon', 'Somebody complained of a mail.', 'stopped-addresses'],
];

/** Alarms, each with its section of the runbook, and the dashboard. Those of a single Lambda stand beside it. */
export class Observability extends Construct {
  private readonly zone: Zone;

  constructor(scope: Construct, id: string, watched: Watched) {
    super(scope, id);
    const { zone, api, storage, channels, deadLetters } = watched;
    this.zone = zone;
    for (const queue of deadLetters) this.watchParked(queue);
    for (const channel of channels) this.watchAge(channel);
    for (const [name, severity, says, runbook] of counted)
      this.alarm(name, severity, zoneMetric(zone.id, name, { statistic: 'Sum' }), 1, { says, runbook });
    this.watchMails();
    const { errorPercent, throttles } = zone.alarms.thresholds;
    this.alarm('ApiErrors', 'urgent', apiErrors(api), errorPercent, {
      isAbove: true,
      says: 'The API answers that the fault is ours.',
      runbook: 'function-errors',
    });
    const says = 'Work is refused for want of room.';
    this.alarm('RunsThrottled', 'soon', throttledRuns, throttles, { isAbove: true, says, runbook: 'throttles' });
    const { listings, candidates, matches, deliveries, usage } = storage;
    const throttled = throttledTables([listings, candidates, matches, deliveries, usage]);
    this.alarm('TablesThrottled', 'soon', throttled, throttles, { isAbove: true, says, runbook: 'throttles' });
    new ZoneDashboard(this, 'Dashboard', watched);
  }

  private watchParked(queue: Queue): void {
    const metric = queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'Maximum',
    });
    const place = queue.node.path.split('/').at(-2) ?? queue.node.id;
    const says = `Messages of ${place} are parked: nobody could handle them.`;
    this.alarm(`${place}Parked`, 'urgent', metric, 1, { says, runbook: 'parked-messages' });
  }

  private watchAge({ queue, oldAfter, lane, node }: ChannelQueue): void {
    const metric = queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1), statistic: 'Maximum' });
    const says = `The oldest message of ${node.id} waits for ${oldAfter.toMinutes()} minutes.`;
    const severity = lane === 'prompt' ? 'urgent' : 'soon';
    this.alarm(`${node.id}Old`, severity, metric, oldAfter.toSeconds(), { says, runbook: 'old-messages' });
  }

  private watchMails(): void {
    const { id, alarms, rhythm } = this.zone;
    const { mailLateMinutes, bouncePercent, complaintPercent } = alarms.thresholds;
    const late = Duration.minutes(mailLateMinutes).toSeconds();
    for (const name of ['MailLate', 'OldestMailLate'] as const) {
      const says = `Mail goes ${mailLateMinutes} minutes after its time, which is ${rhythm.collectSeconds} seconds after what it tells of, or the hour of the daily mail.`;
      const metric = zoneMetric(id, name, { statistic: 'Maximum' });
      this.alarm(name, 'urgent', metric, late, { says, runbook: 'late-mail' });
    }
    const bounces = shareOfMails(id, 'Bounces (%)', 'AddressesStopped');
    this.alarm('BounceRate', 'urgent', bounces, bouncePercent, {
      isAbove: true,
      says: `More than ${bouncePercent} % of a day's mails bounce.`,
      runbook: 'bounces-and-complaints',
    });
    const complaints = shareOfMails(id, 'Complaints (%)', 'Complaints');
    this.alarm('ComplaintRate', 'urgent', complaints, complaintPercent, {
      isAbove: true,
      says: `More than ${complaintPercent} % of a day's mails are complained of.`,
      runbook: 'bounces-and-complaints',
    });
  }

  private alarm(
    id: string,
    severity: Severity,
    metric: IMetric,
    threshold: number,
    about: { readonly says: string; readonly runbook: string; readonly isAbove?: boolean },
  ): void {
    new ZoneAlarm(this, id, { severity, metric, threshold, ...about });
  }
}
