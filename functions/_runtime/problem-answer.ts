import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { type Problem, problemTypes } from './problem.ts';

/** A problem as RFC 9457 has it, in the caller's language. `type` is a URN: nothing needs to be fetched to know it. */
export function problemAnswer(problem: Problem, locale: Locale, requestId: string): APIGatewayProxyStructuredResultV2 {
  const { status, title } = problemTypes[problem.type];
  const errors = problem.errors.map((error) => ({ ...error, detail: nameIn(locale, error.detail) }));
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': locale,
      'cache-control': 'no-store',
      ...(problem.retryAfter !== undefined && { 'retry-after': String(problem.retryAfter) }),
    },
    body: JSON.stringify({
      type: `urn:zonematch:problem:${problem.type}`,
      title: nameIn(locale, title),
      status,
      detail: nameIn(locale, problem.detail),
      instance: `urn:zonematch:request:${requestId}`,
      ...(errors.length > 0 && { errors }),
    }),
  };
}
