import type { Logger } from '@aws-lambda-powertools/logger';
import type { MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';

type Batch = { readonly Records: readonly unknown[] };
type Handled = { readonly batchItemFailures: readonly unknown[] };

/** One line a batch of a queue or a stream: how many records there were, how many come again, and how long it took. */
export function batchLog<E extends Batch, R extends Handled>(logger: Logger): MiddlewareObj<E, R, Error, Context> {
  const begun = new WeakMap<E, number>();
  return {
    before: ({ event }) => {
      begun.set(event, performance.now());
    },
    after: ({ event, response }) => {
      const since = begun.get(event) ?? performance.now();
      logger.info('batch handled', {
        records: event.Records.length,
        failed: response?.batchItemFailures.length ?? 0,
        ms: Math.round(performance.now() - since),
      });
    },
  };
}
