import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';

/** What a schedule says to its Lambda, and how much time is left of the run. */
export type ScheduledRun = { readonly input: unknown; readonly timeLeftMs: () => number };

/** What all scheduled Lambdas share: they log the figures of what they did. */
export function scheduleLambda<R extends Record<string, number>>(
  logger: Logger,
  work: (run: ScheduledRun) => Promise<R>,
) {
  const handle = async (input: unknown, context: Context): Promise<R> => {
    const begun = performance.now();
    const figures = await work({ input, timeLeftMs: () => context.getRemainingTimeInMillis() });
    logger.info('sweep done', { ...figures, ms: Math.round(performance.now() - begun) });
    return figures;
  };
  return middy<unknown, R, Error, Context>().use(injectLambdaContext(logger)).handler(handle);
}
