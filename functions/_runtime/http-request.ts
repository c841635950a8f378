import { Buffer } from 'node:buffer';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type * as z from 'zod';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { fieldErrors, withInput } from './field-errors.ts';
import { localeOf } from './locale.ts';
import { Problem } from './problem.ts';
import { parseStrictJson } from './strict-json.ts';

export type HttpEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

/** A request's largest body, in bytes: 256 KiB. */
const largestBody = 256 * 1024;

/** The language of the answer. */
export const requestLocale = (event: HttpEvent): Locale => localeOf(event.headers['accept-language']);

const isJson = (type: string): boolean => /^application\/json\s*(;|$)/i.test(type);
const isPlain = (encoding: string): boolean => encoding.trim().toLowerCase() === 'identity';

const isMessage = (type: string): boolean => /^message\/rfc822\s*(;|$)/i.test(type);

function bytesOf(event: HttpEvent): Uint8Array {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > largestBody) {
    throw new Problem('too-large', { zh: '请求体不得超过 256 KiB。', en: 'A body may have at most 256 KiB.' });
  }
  return bytes;
}

/** The body as it came, at most 256 KiB of it. Throws a 413 or 415 problem. */
export function bodyBytes(event: HttpEvent): Uint8Array {
  const { 'content-type': type = 'application/json', 'content-encoding': encoding = 'identity' } = event.headers;
  if (!isJson(type))
    throw new Problem('not-json', { zh: '仅接受 application/json。', en: 'Only application/json is accepted.' });
  if (!isPlain(encoding))
    throw new Problem('not-json', { zh: '请求体不得压缩。', en: 'A body must not be compressed.' });
  return bytesOf(event);
}

/** A mail message (message/rfc822) as it came, at most 256 KiB of it. Throws a 413 or 415 problem. */
export function messageBytes(event: HttpEvent): Uint8Array {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = event.headers;
  if (isMessage(type) && isPlain(encoding)) return bytesOf(event);
  throw new Problem('not-a-message', {
    zh: '仅接受未压缩的 message/rfc822。',
    en: 'Only message/rfc822 is accepted, not compressed.',
  });
}

/** The body, parsed. Throws a problem: 400 no strict JSON, 413 too large, 415 not JSON by its type, 422 with one error a field. */
export function readBody<T extends z.ZodType>(event: HttpEvent, schema: T): z.infer<T> {
  const parsed = schema.safeParse(parseStrictJson(bodyBytes(event)), withInput);
  if (parsed.success) return parsed.data;
  throw new Problem(
    'invalid-fields',
    { zh: '请按 errors 中的说明修改后重新提交。', en: 'Mend what errors names and send again.' },
    fieldErrors(parsed.error),
  );
}

/** Query parameters or headers, parsed. Throws a 400 problem with one error a parameter. */
export function readParameters<T extends z.ZodType>(
  parameters: Record<string, string | undefined> | undefined,
  schema: T,
): z.infer<T> {
  const parsed = schema.safeParse(parameters ?? {}, withInput);
  if (parsed.success) return parsed.data;
  throw new Problem(
    'invalid-parameter',
    { zh: '请按 errors 中的说明修改参数。', en: 'Mend the parameters that errors names.' },
    fieldErrors(parsed.error),
  );
}
