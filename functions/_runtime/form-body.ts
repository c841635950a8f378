import { Buffer } from 'node:buffer';
import type { HttpEvent } from './http-request.ts';

/** No form of ours has more bytes. */
const largestForm = 8 * 1024;

/** The fields of a form that a browser sent (application/x-www-form-urlencoded); undefined where it is none, or too large. */
export function formFields(event: HttpEvent): Record<string, string> | undefined {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(event.headers['content-type'] ?? '')) return undefined;
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > largestForm) return undefined;
  return Object.fromEntries(new URLSearchParams(bytes.toString('utf8')));
}
