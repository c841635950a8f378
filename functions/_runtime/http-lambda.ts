import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { parseEnv } from './env.ts';
import type { HttpAnswer } from './http-answer.ts';
import { type HttpEvent, requestLocale } from './http-request.ts';
import { Problem } from './problem.ts';
import { problemAnswer } from './problem-answer.ts';
import { logFailure, requestLog } from './request-log.ts';
import { permissionsPolicy, securityHeaders } from './security-headers.ts';
import { standardClaims } from './standard-claims.ts';
import { TokenNamesEnv } from './token-names-env.ts';
import { ZoneLocaleEnv, zoneLocale } from './zone-locale.ts';

const unexpected = { zh: '出现意外错误，请稍后重试。', en: 'Something unexpected happened; try again later.' };

/** JSON loads nothing, and stands in no frame. A page says for itself what it loads. */
const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

function withPolicies(answer: HttpAnswer): HttpAnswer {
  return {
    ...answer,
    headers: { 'content-security-policy': nothing, 'permissions-policy': permissionsPolicy, ...answer.headers },
  };
}

/**
 * What all Lambdas behind the API share: tokens read as the zone's issuer writes them, the zone's own
 * language where a request asks for none, a line a request in the log, security
 * headers, and every problem as RFC 9457 has it.
 */
export function httpLambda(logger: Logger, handle: (event: HttpEvent) => Promise<HttpAnswer>) {
  const { CLAIM_NAMES, ZONE_LOCALE } = parseEnv(TokenNamesEnv.extend(ZoneLocaleEnv.shape), process.env);
  return middy<HttpEvent, HttpAnswer, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(zoneLocale(ZONE_LOCALE))
    .use(standardClaims(CLAIM_NAMES))
    .use(requestLog(logger))
    .use(securityHeaders())
    .onError((request) => {
      const known = request.error instanceof Problem;
      const problem = known ? request.error : new Problem('internal', unexpected);
      const requestId = request.event.requestContext.requestId;
      if (!known) logFailure(logger, request.event, request.error);
      request.response = withPolicies(problemAnswer(problem as Problem, requestLocale(request.event), requestId));
    })
    .handler(async (event) => withPolicies(await handle(event)));
}
