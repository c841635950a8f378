import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';

/** What all scheduled Lambdas share: they take nothing and log the figures of what they did. */
export function scheduleLambda<R extends Record<string, number>>(logger: Logger, work: () => Promise<R>) {
  const handle = async (): Promise<R> => {
    const figures = await work();
    logger.info('sweep done', figures);
    return figures;
  };
  return middy<unknown, R, Error, Context>().use(injectLambdaContext(logger)).handler(handle);
}
