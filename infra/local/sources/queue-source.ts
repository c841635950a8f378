import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { LocalFunction } from '../lambda/local-function.ts';
import type { LocalQueue, Queues } from '../sqs/queues.ts';
import { keepGoing } from './keep-going.ts';
import type { EventSource } from './source.ts';
import { unlessStopped } from './unless-stopped.ts';

export const QueueMapping = z.object({
  BatchSize: z.coerce.number().int().min(1).max(10_000).default(10),
  MaximumBatchingWindowInSeconds: z.coerce.number().min(0).max(300).default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number() }).optional(),
});
type QueueMapping = z.infer<typeof QueueMapping>;

const BatchResponse = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) });

type Parts = {
  readonly queues: Queues;
  readonly queue: LocalQueue;
  readonly target: LocalFunction;
  readonly mapping: QueueMapping;
  readonly region: string;
  readonly activity: Activity;
  /** Hears of services that do not answer. */
  readonly tell: (sentence: string) => void;
  /** The most seconds that a batch, or a message that failed, waits, where those of the template take too long. */
  readonly mostWaitSeconds: number | undefined;
};

/** SQS hands out at most so many messages at a time. */
const mostAtOnce = 10;
/** How many batches are worked on at once, unless the mapping says fewer: this is one machine. */
const mostPollers = 2;

/** Hands a queue's messages to a Lambda, as Lambda's own poller does: what succeeds is deleted, the rest comes again. */
export function startQueueSource({
  queues,
  queue,
  target,
  mapping,
  region,
  activity,
  mostWaitSeconds,
  tell,
}: Parts): EventSource {
  const stopping = new AbortController();
  const { client } = queues;

  const windowSeconds = Math.min(mapping.MaximumBatchingWindowInSeconds, mostWaitSeconds ?? Number.POSITIVE_INFINITY);

  async function receive(most: number, waitSeconds: number): Promise<readonly Message[]> {
    const answer = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queue.url,
        MaxNumberOfMessages: Math.min(most, mostAtOnce),
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
      { abortSignal: stopping.signal },
    );
    return answer.Messages ?? [];
  }

  /** Goes on receiving until the batch is full or its window is over. */
  async function fill(first: readonly Message[]): Promise<readonly Message[]> {
    const batch = [...first];
    const end = Date.now() + windowSeconds * 1000;
    while (batch.length < mapping.BatchSize && Date.now() < end && !stopping.signal.aborted) {
      const waitSeconds = Math.max(1, Math.ceil((end - Date.now()) / 1000));
      batch.push(...(await receive(mapping.BatchSize - batch.length, waitSeconds)));
    }
    return batch;
  }

  /** A message as a Lambda is given it (AWS Lambda developer guide, "Using Lambda with Amazon SQS"). */
  const toRecord = (message: Message) => ({
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body ?? '',
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(
      Object.entries(message.MessageAttributes ?? {}).map(([name, { StringValue, BinaryValue, DataType }]) => [
        name,
        {
          stringValue: StringValue,
          binaryValue: BinaryValue && Buffer.from(BinaryValue).toString('base64'),
          // Lists are in every attribute and, as SQS knows none so far, always empty.
          stringListValues: [],
          binaryListValues: [],
          dataType: DataType,
        },
      ]),
    ),
    md5OfBody: message.MD5OfBody,
    md5OfMessageAttributes: message.MD5OfMessageAttributes,
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: region,
  });

  /** Ids of the messages that must come again: all of them where the Lambda failed or answered nonsense. */
  async function failuresOf(batch: readonly Message[]): Promise<ReadonlySet<string | undefined>> {
    const all = new Set(batch.map((message) => message.MessageId));
    const result = await unlessStopped(stopping.signal, target.invoke({ Records: batch.map(toRecord) }));
    if ('error' in result) return all;
    if (mapping.FunctionResponseTypes.length === 0) return new Set();
    const { data } = BatchResponse.safeParse(result.payload ?? {});
    const failed = new Set(data?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    return data && [...failed].every((id) => all.has(id)) ? failed : all;
  }

  const entriesOf = (messages: readonly Message[]) =>
    messages.map((message, index) => ({ Id: String(index), ReceiptHandle: message.ReceiptHandle ?? '' }));

  async function handle(batch: readonly Message[]): Promise<void> {
    const failed = await failuresOf(batch);
    const again = batch.filter(({ MessageId }) => failed.has(MessageId));
    const done = batch.filter(({ MessageId }) => !failed.has(MessageId));
    for (let start = 0; start < done.length; start += mostAtOnce) {
      const Entries = entriesOf(done.slice(start, start + mostAtOnce));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: queue.url, Entries }));
    }
    if (mostWaitSeconds === undefined) return;
    for (let start = 0; start < again.length; start += mostAtOnce) {
      const Entries = entriesOf(again.slice(start, start + mostAtOnce)).map((entry) => ({
        ...entry,
        VisibilityTimeout: mostWaitSeconds,
      }));
      await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queue.url, Entries }));
    }
  }

  async function step(): Promise<void> {
    const first = await receive(mapping.BatchSize, 20);
    if (first.length > 0) await activity.during(`queue ${queue.id}`, async () => handle(await fill(first)));
  }

  const pollers = Array.from(
    { length: Math.min(mapping.ScalingConfig?.MaximumConcurrency ?? mostPollers, mostPollers) },
    () => keepGoing({ what: `The queue ${queue.id}`, signal: stopping.signal, step, tell }),
  );

  return {
    // A queue tells of itself how many messages it holds: that is asked of every queue, read or not.
    isDrained: async () => true,
    async stop() {
      stopping.abort();
      await Promise.all(pollers);
    },
  };
}
