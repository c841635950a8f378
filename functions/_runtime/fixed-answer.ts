import { createHash } from 'node:crypto';
import type { HttpAnswer } from './http-answer.ts';
import type { HttpEvent } from './http-request.ts';

/** Text, or what is sent compressed to whoever asks. */
export type FixedBody = string | { readonly gzipped: Buffer };

type Fixed = {
  readonly body: FixedBody;
  readonly type: string;
  readonly cacheControl: string;
  readonly headers?: Readonly<Record<string, string>>;
};

function contentOf(body: FixedBody): Pick<HttpAnswer, 'body' | 'headers' | 'isBase64Encoded'> {
  if (typeof body === 'string') return { body };
  return { body: body.gzipped.toString('base64'), isBase64Encoded: true, headers: { 'content-encoding': 'gzip' } };
}

/** Answers with what changes only with a new release: 304 where the caller has it already (RFC 9110, 13.1.2). */
export function fixedAnswer({
  body,
  type,
  cacheControl,
  headers = {},
}: Fixed): (event: HttpEvent) => Promise<HttpAnswer> {
  const bytes = typeof body === 'string' ? body : body.gzipped;
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
  const always = { etag, 'cache-control': cacheControl, ...headers };
  const content = contentOf(body);
  return async (event) =>
    event.headers['if-none-match'] === etag
      ? { statusCode: 304, headers: always }
      : { statusCode: 200, ...content, headers: { ...always, 'content-type': type, ...content.headers } };
}
