import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { inBatches, type NotTaken } from '../batches.ts';

/** SQS's limit for one SendMessageBatch. */
const batchSize = 10;

/** A message to send; `key` is the sender's own name for what it tells of, unique within the call. */
export type Outgoing = { readonly key: string; readonly body: unknown };

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
        Entries: batch.map((message, index) => ({ Id: String(index), MessageBody: JSON.stringify(message.body) })),
      }),
    );
    const taken = new Set((answer.Successful ?? []).map((entry) => entry.Id));
    const codes = new Map((answer.Failed ?? []).map((entry) => [entry.Id, entry.Code]));
    return batch.map((_, index) =>
      taken.has(String(index)) ? undefined : (codes.get(String(index)) ?? 'NotAnswered'),
    );
  });
}
