import type { Logger } from '@aws-lambda-powertools/logger';
import type { MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import { OrganizationId } from '../../domain/ids.ts';
import type { HttpAnswer } from './http-answer.ts';
import type { HttpEvent } from './http-request.ts';
import { Problem } from './problem.ts';

/** Who asked, by the organization's id; an id that cannot be one is not repeated. */
const organizationIn = (event: HttpEvent): string | undefined =>
  OrganizationId.safeParse(event.requestContext.authorizer?.jwt?.claims?.['org_id']).data;

/** One line a request: what was asked by which organization, what came of it and how long it took. Nothing that it said. */
export function requestLog(logger: Logger): MiddlewareObj<HttpEvent, HttpAnswer, Error, Context> {
  const begun = new WeakMap<HttpEvent, number>();

  function tell(event: HttpEvent, answer: HttpAnswer | null | undefined, error?: Error | null): void {
    const status = answer?.statusCode ?? 200;
    const { requestId, routeKey } = event.requestContext;
    const organizationId = organizationIn(event);
    const since = begun.get(event);
    logger.info('request answered', {
      requestId,
      route: routeKey,
      status,
      ...(since !== undefined && { ms: Math.round(performance.now() - since) }),
      ...(organizationId !== undefined && { organizationId }),
      ...(error instanceof Problem && { problem: error.type }),
    });
  }

  return {
    before: ({ event }) => {
      begun.set(event, performance.now());
    },
    after: ({ event, response }) => tell(event, response),
    onError: ({ event, response, error }) => tell(event, response, error),
  };
}

/** What nobody expected: the name of the error says where to look; its message may repeat contents. */
export function logFailure(logger: Logger, { requestContext }: HttpEvent, error: Error | null | undefined): void {
  const at = error?.stack?.split('\n').slice(1, 4);
  logger.error('request failed', { requestId: requestContext.requestId, errorName: error?.name, at });
}
