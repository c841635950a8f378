import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';

/** Puts a message aside in its dead-letter queue, with the reason. */
export type Park = (record: SQSRecord, reason: string) => Promise<void>;

/**
 * Parks messages that no retry can mend: the body goes to the dead-letter queue as it came, with attributes `reason`,
 * `source` and `messageId`. `reason` names codes and paths, never contents.
 */
export function makeParkingLot(client: SQSClient, deadLetterQueueUrl: string): Park {
  return async (record, reason) => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: deadLetterQueueUrl,
        MessageBody: record.body,
        MessageAttributes: {
          reason: { DataType: 'String', StringValue: reason.slice(0, 1000) },
          source: { DataType: 'String', StringValue: record.eventSourceARN },
          messageId: { DataType: 'String', StringValue: record.messageId },
        },
      }),
    );
  };
}
