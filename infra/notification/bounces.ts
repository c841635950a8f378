import { Duration, Stack } from 'aws-cdk-lib';
import { type IRuleTarget, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Env as RecordBouncesEnv } from '../../functions/record-bounces/env.ts';
import { ZoneKey } from '../encryption/zone-key.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import { ChannelQueue } from '../messaging/channel-queue.ts';
import type { Storage } from '../storage/storage.ts';

type BouncesProps = { readonly storage: Storage; readonly configurationSet: string };

const recorderTimeout = Duration.minutes(1);
const eventBridge = new ServicePrincipal('events.amazonaws.com');

/** What SES tells of the zone's mails, through the account's default bus, to addresses that are mailed no more. */
export class Bounces extends ChannelQueue {
  readonly functions: readonly ZoneFunction<unknown>[];

  constructor(scope: Construct, id: string, { storage, configurationSet }: BouncesProps) {
    super(scope, id, { readerTimeout: recorderTimeout });
    const record = new ZoneFunction<RecordBouncesEnv>(this, 'RecordBounces', {
      folder: 'record-bounces',
      environment: {
        STOPS_TABLE: storage.stops.tableName,
        AUDIT_TABLE: storage.audit.tableName,
        DEAD_LETTER_QUEUE_URL: this.deadLetters.queueUrl,
      },
      timeout: recorderTimeout,
    });
    this.functions = [record];
    this.grantRead(record, { batchSize: 10, window: Duration.seconds(0), maxConcurrency: 2 });
    this.grantPark(record);
    storage.grantStop(record);

    const deadLetterConfig = { arn: this.deadLetters.queueArn };
    const target: IRuleTarget = { bind: () => ({ id: '', arn: this.queue.queueArn, deadLetterConfig }) };
    const rule = new Rule(this, 'MailEvents', {
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Bounced', 'Email Complaint Received', 'Email Delivery Delayed'],
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSet] } } },
      },
      targets: [target],
    });
    // What EventBridge could not put there within a day is parked, like what nobody could read.
    for (const queue of [this.queue, this.deadLetters]) {
      queue.addToResourcePolicy(
        new PolicyStatement({
          principals: [eventBridge],
          actions: ['sqs:SendMessage'],
          resources: [queue.queueArn],
          conditions: { ArnEquals: { 'aws:SourceArn': rule.ruleArn } },
        }),
      );
    }
    // The queue is encrypted (EventBridge user guide, "Amazon SQS permissions"). Not by the rule's ARN: it comes after the key.
    ZoneKey.of(this).addToResourcePolicy(
      new PolicyStatement({
        principals: [eventBridge],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }
}
