import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';

/** Has a message that was handed out come again after so many seconds, where it is not deleted by then. */
export type Hide = (record: SQSRecord, seconds: number) => Promise<void>;

/** Hides messages of one queue; it counts as the try that it is. */
export const makeHide =
  (client: SQSClient, queueUrl: string): Hide =>
  async ({ receiptHandle }, seconds) => {
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: seconds,
      }),
    );
  };
