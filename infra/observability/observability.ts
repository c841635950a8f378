import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import type { ChannelQueue } from '../messaging/channel-queue.ts';
import type { StopMetrics } from '../notification/stop-metrics.ts';
import type { AlarmTopic } from './alarm-topic.ts';

type Watched = {
  readonly topic: AlarmTopic;
  readonly deadLetters: readonly Queue[];
  readonly channels: readonly ChannelQueue[];
  readonly functions: readonly ZoneFunction<unknown>[];
  /** Pairs on record that a reconciliation had to mend. */
  readonly differences: IMetric;
  /** Demands that a run of the daily mail had no time for. */
  readonly dueMailLeft: IMetric;
  /** Demands whose mail was due and could not be sent. */
  readonly dueMailFailed: IMetric;
  /** Addresses that are mailed no more from now on, complaints of mails, and mails that are not tried again. */
  readonly stops: StopMetrics;
};

const runbook = (section: string): string => `See docs/runbook.md#${section}`;

/** Alarms, each with its section of the runbook. */
export class Observability extends Construct {
  private readonly topic: AlarmTopic;

  constructor(scope: Construct, id: string, watched: Watched) {
    super(scope, id);
    this.topic = watched.topic;
    for (const queue of watched.deadLetters) {
      const metric = queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      });
      this.alarm(`${queue.node.path.split('/').at(-2)}Parked`, metric, 1, runbook('parked-messages'));
    }
    for (const { queue, oldAfter, node } of watched.channels) {
      const metric = queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1), statistic: 'Maximum' });
      this.alarm(`${node.id}Old`, metric, oldAfter.toSeconds(), runbook('old-messages'));
    }
    this.alarm('RecordDiffered', watched.differences, 1, runbook('record-differed'));
    this.alarm('DueMailLeft', watched.dueMailLeft, 1, runbook('due-mail-left'));
    this.alarm('DueMailFailed', watched.dueMailFailed, 1, runbook('due-mail-failed'));
    this.alarm('MailsRefused', watched.stops.refused, 1, runbook('refused-mails'));
    this.alarm('AddressesStopped', watched.stops.stopped, 1, runbook('stopped-addresses'));
    this.alarm('Complaints', watched.stops.complaints, 1, runbook('stopped-addresses'));
    for (const fn of watched.functions) {
      this.alarm(
        `${fn.node.id}Errors`,
        fn.metricErrors({ period: Duration.minutes(5) }),
        1,
        runbook('function-errors'),
      );
    }
  }

  private alarm(id: string, metric: IMetric, threshold: number, alarmDescription: string): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      alarmDescription,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
