import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ZoneFunction } from '../lambda/zone-function.ts';

type Reading = { readonly batchSize: number; readonly window: Duration; readonly maxConcurrency: number };

type ChannelProps = {
  readonly readerTimeout: Duration;
  /** How long a message may wait before the operator is told: a quarter of an hour where nothing is said. */
  readonly oldAfter?: Duration;
};

const fourteenDays = Duration.days(14);

const allowSend = (queue: Queue): PolicyStatement =>
  new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] });

/** A queue with the place where its messages go that nobody could handle. */
export class ChannelQueue extends Construct {
  readonly deadLetters: Queue;
  readonly queue: Queue;
  /** How long a message may wait before the operator is told. */
  readonly oldAfter: Duration;

  constructor(scope: Construct, id: string, { readerTimeout, oldAfter = Duration.minutes(15) }: ChannelProps) {
    super(scope, id);
    this.oldAfter = oldAfter;
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: fourteenDays,
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: fourteenDays,
      // Six times the reader's timeout, as AWS advises for Lambda, so that no message is handed out while it is worked on.
      visibilityTimeout: Duration.seconds(readerTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
  }

  /** Sending to the queue. */
  grantSend(fn: ZoneFunction<unknown>): void {
    fn.addToRolePolicy(allowSend(this.queue));
  }

  /** Reading from the queue, and putting aside with a reason what cannot be read. */
  grantRead(fn: ZoneFunction<unknown>, { batchSize, window, maxConcurrency }: Reading): void {
    fn.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize,
        maxBatchingWindow: window,
        maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
    fn.addToRolePolicy(allowSend(this.deadLetters));
  }
}
