import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { Hide } from '../_adapters/sqs/visibility.ts';

/** SQS hides no message longer than 12 hours. */
const Seconds = z.int().min(0).max(43_200);

/** The variables of a Lambda whose messages come again at times of their own: its queue, and the wait after each try. */
export const RetryEnv = z.object({
  RETRY_QUEUE_URL: z.string().min(1),
  RETRY_AFTER_SECONDS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(Seconds).min(1)),
});

/** How long a message waits that was tried so often: after the first try the first of the waits, after the last of them the last. */
export const waitAfter = (tries: number, waits: readonly number[]): number | undefined =>
  waits[Math.min(Math.max(tries, 1), waits.length) - 1];

/** Has a message whose work failed come again later, the later the more often it was tried. */
export type PutOff = (record: SQSRecord) => Promise<void>;

export const makePutOff =
  (hide: Hide, waits: readonly number[]): PutOff =>
  async (record) => {
    const seconds = waitAfter(Number(record.attributes.ApproximateReceiveCount), waits);
    if (seconds !== undefined) await hide(record, seconds);
  };
