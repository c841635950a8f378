import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import type { HttpAnswer } from './http-answer.ts';
import type { HttpEvent } from './http-request.ts';
import { logFailure, requestLog } from './request-log.ts';
import { permissionsPolicy, securityHeaders } from './security-headers.ts';

type Page = {
  readonly statusCode: number;
  readonly locale: Locale;
  readonly html: string;
  /** The digest of its one style sheet, as a Content Security Policy names it. */
  readonly styleHash: string;
};

/**
 * A page as an answer: kept by no cache; it runs no script, fetches nothing, stands in no frame, sends its form home alone
 * and tells no other site its address, in which a token may stand.
 */
export function pageAnswer({ statusCode, locale, html, styleHash }: Page): HttpAnswer {
  const policy = [
    "default-src 'none'",
    `style-src ${styleHash}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    statusCode,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'cache-control': 'no-store',
      'content-security-policy': policy.join('; '),
      'permissions-policy': permissionsPolicy,
    },
    body: html,
  };
}

/** The way to another page: kept by no cache, and shown in no frame. */
export const redirectAnswer = (location: string, cookies: string[] = []): HttpAnswer => ({
  statusCode: 303,
  headers: {
    location,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'permissions-policy': permissionsPolicy,
  },
  cookies,
});

/**
 * What Lambdas share that show a page to a person, which runs no script: a line a request in the log, security headers, a
 * page where all else fails.
 */
export function pageLambda(
  logger: Logger,
  handle: (event: HttpEvent) => Promise<HttpAnswer>,
  failed: (event: HttpEvent) => HttpAnswer,
) {
  return middy<HttpEvent, HttpAnswer, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(requestLog(logger))
    .use(securityHeaders())
    .onError((request) => {
      logFailure(logger, request.event, request.error);
      request.response = failed(request.event);
    })
    .handler(handle);
}
