import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import type { Park } from '../_adapters/sqs/parking-lot.ts';
import { batchLog } from './batch-log.ts';
import { errorName, makeMessageReader, puttingOff } from './queue-messages.ts';
import type { PutOff } from './retries.ts';

/** What the queue says of a message that it hands out. */
export type Delivery = {
  /** Whether it was handed out before: that work may have been done in part. */
  readonly isAgain: boolean;
};

const deliveryOf = ({ attributes }: SQSRecord): Delivery => ({
  isAgain: Number(attributes.ApproximateReceiveCount) > 1,
});

type QueueWork<T extends z.ZodType> = {
  readonly logger: Logger;
  readonly schema: T;
  readonly park: Park;
  readonly handle: (message: z.infer<T>, delivery: Delivery) => Promise<void>;
  /** Says when a message comes again whose work failed; the queue itself where nothing is said. */
  readonly putOff?: PutOff;
};

/**
 * What all queue-triggered Lambdas that take one message at a time share. A message that cannot be read is parked; one
 * whose work throws is reported back and comes again, up to the queue's limit; its neighbours are touched by neither.
 */
export function queueLambda<T extends z.ZodType>({ logger, schema, park, handle, putOff }: QueueWork<T>) {
  const read = makeMessageReader(schema, park, logger);
  const later = puttingOff(putOff, logger);

  async function handleRecord(record: SQSRecord): Promise<void> {
    try {
      const message = await read(record);
      if (message !== undefined) await handle(message, deliveryOf(record));
    } catch (error) {
      logger.error('message failed', { messageId: record.messageId, errorName: errorName(error) });
      await later(record);
      throw error;
    }
  }

  return middy<SQSEvent, SQSBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(batchLog(logger))
    .handler((event, context) =>
      processPartialResponse(event, handleRecord, new BatchProcessor(EventType.SQS), {
        context,
        throwOnFullBatchFailure: false,
      }),
    );
}
