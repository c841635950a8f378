import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { Context } from 'aws-lambda';
import type { HttpAnswer } from './http-answer.ts';
import { type HttpEvent, requestLocale } from './http-request.ts';
import { Problem } from './problem.ts';
import { problemAnswer } from './problem-answer.ts';

const unexpected = { zh: '出现意外错误，请稍后重试。', en: 'Something unexpected happened; try again later.' };

/** What all Lambdas behind the API share: logging with ids, security headers, and every problem as RFC 9457 has it. */
export function httpLambda(logger: Logger, handle: (event: HttpEvent) => Promise<HttpAnswer>) {
  return middy<HttpEvent, HttpAnswer, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(httpSecurityHeaders())
    .onError((request) => {
      const known = request.error instanceof Problem;
      const problem = known ? request.error : new Problem('internal', unexpected);
      const requestId = request.event.requestContext.requestId;
      // The name of an unexpected error says where to look; its message may repeat contents.
      if (!known)
        logger.error('request failed', {
          requestId,
          errorName: request.error?.name,
          at: request.error?.stack?.split('\n').slice(1, 4),
        });
      request.response = problemAnswer(problem as Problem, requestLocale(request.event), requestId);
    })
    .handler(handle);
}
