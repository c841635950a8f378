import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import type { Park } from '../_adapters/sqs/parking-lot.ts';
import { batchLog } from './batch-log.ts';
import { errorName, makeMessageReader, puttingOff } from './queue-messages.ts';
import type { PutOff } from './retries.ts';

type GroupWork<T extends z.ZodType> = {
  readonly logger: Logger;
  readonly schema: T;
  readonly park: Park;
  /** Messages with the same key are handled together. */
  readonly groupBy: (message: z.infer<T>) => string;
  readonly handle: (messages: readonly z.infer<T>[]) => Promise<void>;
  /** Says when messages come again whose work failed; the queue itself where nothing is said. */
  readonly putOff?: PutOff;
  /** Takes the groups that a run has no time left for, when less than `reserveMs` remain of it. */
  readonly postpone: { readonly reserveMs: number; readonly send: (messages: readonly z.infer<T>[]) => Promise<void> };
};

/**
 * What queue-triggered Lambdas that take messages by groups share (Powertools knows single messages alone). A message
 * that cannot be read is parked; a group whose work throws comes again as a whole, the other groups go through. A group
 * that there is no time for is sent to the end of the queue: it was not tried, and does not count as a try.
 */
export function queueGroupLambda<T extends z.ZodType>({
  logger,
  schema,
  park,
  groupBy,
  handle,
  putOff,
  postpone,
}: GroupWork<T>) {
  const read = makeMessageReader(schema, park, logger);
  const later = puttingOff(putOff, logger);

  async function postponed(messages: readonly z.infer<T>[]): Promise<void> {
    await postpone.send(messages);
    logger.info('messages postponed', { messages: messages.length });
  }

  async function handleBatch(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
    const failed: string[] = [];
    const guarded = async (records: readonly SQSRecord[], work: () => Promise<void>): Promise<void> => {
      try {
        await work();
      } catch (error) {
        const messageIds = records.map(({ messageId }) => messageId);
        logger.error('messages failed', { messageIds, errorName: errorName(error) });
        failed.push(...messageIds);
        await Promise.all(records.map(later));
      }
    };
    const entries: { record: SQSRecord; message: z.infer<T> }[] = [];
    for (const record of event.Records) {
      await guarded([record], async () => {
        const message = await read(record);
        if (message !== undefined) entries.push({ record, message });
      });
    }
    const isTimeLeft = (): boolean => context.getRemainingTimeInMillis() >= postpone.reserveMs;
    for (const group of Map.groupBy(entries, ({ message }) => groupBy(message)).values()) {
      const work = isTimeLeft() ? handle : postponed;
      await guarded(
        group.map(({ record }) => record),
        () => work(group.map(({ message }) => message)),
      );
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  }

  return middy<SQSEvent, SQSBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(batchLog(logger))
    .handler(handleBatch);
}
