import { createHash } from 'node:crypto';
import type { HttpAnswer } from './http-answer.ts';
import type { HttpEvent } from './http-request.ts';

type Fixed = { readonly body: string; readonly type: string; readonly cacheControl: string };

/** Answers with what changes only with a new release: 304 where the caller has it already (RFC 9110, 13.1.2). */
export function fixedAnswer({ body, type, cacheControl }: Fixed): (event: HttpEvent) => Promise<HttpAnswer> {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
  const headers = { etag, 'cache-control': cacheControl };
  return async (event) =>
    event.headers['if-none-match'] === etag
      ? { statusCode: 304, headers }
      : { statusCode: 200, headers: { ...headers, 'content-type': type }, body };
}
