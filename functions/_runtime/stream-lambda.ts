import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import middy from '@middy/core';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { batchLog } from './batch-log.ts';

type Row = Record<string, unknown>;

/** One change of a row: what it was and what it is; a new row has no `before`, a deleted one no `after`. */
export type RowChange = { readonly sequence: string; readonly before?: Row; readonly after?: Row };

/** Tells of changes; answers which of them (by `sequence`) were not told, with an error code each. */
export type TellChanges = (changes: readonly RowChange[]) => Promise<ReadonlyMap<string, string>>;

type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

// The stream's image is the wire form of a row; its type and the SDK's differ in name alone.
const rowOf = (image: Image): Row => unmarshall(image as Record<string, AttributeValue>);

function changeOf(record: DynamoDBRecord): RowChange {
  const { SequenceNumber, OldImage, NewImage } = record.dynamodb ?? {};
  return {
    sequence: SequenceNumber ?? '',
    ...(OldImage && { before: rowOf(OldImage) }),
    ...(NewImage && { after: rowOf(NewImage) }),
  };
}

/**
 * What all stream-triggered Lambdas share. A stream is read in order and goes on only behind what succeeded, so that all
 * changes not told are reported, and Lambda starts again at the first of them.
 */
export function streamLambda(logger: Logger, tell: TellChanges) {
  async function handle(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
    const failed = await tell(event.Records.map(changeOf));
    for (const [sequence, errorName] of failed) logger.error('change not told', { sequence, errorName });
    return { batchItemFailures: [...failed.keys()].map((itemIdentifier) => ({ itemIdentifier })) };
  }
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(batchLog(logger))
    .handler(handle);
}
