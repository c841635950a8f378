import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { inBatches, type NotTaken } from '../batches.ts';

/** SQS's limit for one SendMessageBatch. */
const batchSize = 10;

/** A message to send; `key` is the sender's own name for what it tells of, unique within the call. */
export type Outgoing = {
  readonly key: string;
  readonly body: unknown;
  /** How long nobody is given it, 0..900 seconds. */
  readonly delaySeconds?: number;
};

/** Sends messages to one queue. */
export type QueueSender = (messages: readonly Outgoing[]) => Promise<NotTaken>;

/**
 * A sender of JSON messages. It answers the keys of those that the queue did not take, so that the caller can try just
 * those again; a batch that fails as a whole counts as all of its messages not taken.
 */
export function makeQueueSender(client: SQSClient, queueUrl: string): QueueSender {
  return inBatches(batchSize, async (batch) => {
    const answer = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: batch.map(({ body, delaySeconds }, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(body),
          ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
        })),
      }),
    );
    const taken = new Set((answer.Successful ?? []).map((entry) => entry.Id));
    const codes = new Map((answer.Failed ?? []).map((entry) => [entry.Id, entry.Code]));
    return batch.map((_, index) =>
      taken.has(String(index)) ? undefined : (codes.get(String(index)) ?? 'NotAnswered'),
    );
  });
}

/** Some messages were not taken by the queue: what they were for is still to be done, by the next try. */
class MessagesNotTaken extends Error {
  override readonly name = 'MessagesNotTaken';
  constructor(count: number) {
    super(`${count} messages were not taken by the queue`);
  }
}

/** Sends every message. Throws MessagesNotTaken where the queue did not take them all. */
export const sendingAll =
  (send: QueueSender) =>
  async (messages: readonly Outgoing[]): Promise<void> => {
    const notTaken = await send(messages);
    if (notTaken.size > 0) throw new MessagesNotTaken(notTaken.size);
  };
