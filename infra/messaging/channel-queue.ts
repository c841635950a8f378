import { Duration, Names } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import { ZoneStack } from '../zones/zone-stack.ts';
import type { Thresholds } from '../zones/zone-watch.ts';
import { ZoneQueue } from './zone-queue.ts';

type Reading = { readonly batchSize: number; readonly window: Duration; readonly maxConcurrency: number };

/** How soon what waits in a queue is wanted: what somebody just did, what waits behind it, everything judged anew. */
type Lane = keyof Thresholds['oldestMessageMinutes'];

type ChannelProps = {
  readonly readerTimeout: Duration;
  /** How long a message may wait before the operator is told, as the zone has it: what somebody just did, where nothing is said. */
  readonly lane?: Lane;
  /** How long a message waits after each try that failed; the queue's own time, four times, where nothing is said. */
  readonly retries?: readonly Duration[];
};

const retriesOfQueue = 4;

/** A queue with the place where its messages go that nobody could handle. */
export class ChannelQueue extends Construct {
  readonly deadLetters: ZoneQueue;
  readonly queue: ZoneQueue;
  /** How long a message may wait before the operator is told. */
  readonly oldAfter: Duration;
  readonly lane: Lane;
  /** What the Lambda reads whose messages wait as `retries` say. */
  readonly retryVariables: Readonly<Record<'RETRY_QUEUE_URL' | 'RETRY_AFTER_SECONDS', string>>;

  constructor(scope: Construct, id: string, { readerTimeout, lane = 'prompt', retries }: ChannelProps) {
    super(scope, id);
    this.lane = lane;
    this.oldAfter = Duration.minutes(ZoneStack.of(this).zone.alarms.thresholds.oldestMessageMinutes[lane]);
    this.deadLetters = new ZoneQueue(this, 'DeadLetters');
    this.queue = new ZoneQueue(this, 'Queue', {
      // Six times the reader's timeout, as AWS advises for Lambda, so that no message is handed out while it is worked on.
      visibilityTimeout: Duration.seconds(readerTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: (retries?.length ?? retriesOfQueue) + 1 },
    });
    this.retryVariables = {
      RETRY_QUEUE_URL: this.queue.queueUrl,
      RETRY_AFTER_SECONDS: JSON.stringify((retries ?? []).map((wait) => wait.toSeconds())),
    };
  }

  /** Looking at what could not be handled, and putting it back. */
  grantRedrive(fn: ZoneFunction<unknown>): void {
    this.deadLetters.grantLook(fn);
    this.queue.grantSend(fn);
  }

  /** Sending to the queue. */
  grantSend(fn: ZoneFunction<unknown>): void {
    this.queue.grantSend(fn);
  }

  /** Putting aside, with a reason, what cannot be read. */
  grantPark(fn: ZoneFunction<unknown>): void {
    this.deadLetters.grantSend(fn);
  }

  /** Saying when a message comes again. */
  grantPutOff(fn: ZoneFunction<unknown>): void {
    const actions = ['sqs:ChangeMessageVisibility'];
    fn.addToRolePolicy(new PolicyStatement({ actions, resources: [this.queue.queueArn] }));
  }

  /** Reading from the queue. */
  grantRead(fn: ZoneFunction<unknown>, { batchSize, window, maxConcurrency }: Reading): void {
    this.queue.grantPoll(fn);
    fn.handOverBitByBit();
    fn.live.addEventSourceMapping(`SqsEventSource:${Names.nodeUniqueId(this.queue.node)}`, {
      eventSourceArn: this.queue.queueArn,
      batchSize,
      maxBatchingWindow: window,
      maxConcurrency,
      reportBatchItemFailures: true,
    });
  }
}
