import { Buffer } from 'node:buffer';
import type { HttpEvent } from './http-request.ts';

/** No form of ours has more bytes. */
const largestForm = 8 * 1024;

const typeOf = ({ headers }: HttpEvent): string => headers['content-type'] ?? '';

function bytesOf({ body = '', isBase64Encoded }: HttpEvent): Buffer | undefined {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  return bytes.byteLength > largestForm ? undefined : bytes;
}

/** The fields of a form that a browser sent (application/x-www-form-urlencoded); undefined where it is none, or too large. */
export function formFields(event: HttpEvent): Record<string, string> | undefined {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(typeOf(event))) return undefined;
  const bytes = bytesOf(event);
  return bytes && Object.fromEntries(new URLSearchParams(bytes.toString('utf8')));
}

/** The same of a form that may also come in parts (multipart/form-data, RFC 7578), as mail readers send it; files in it are no fields. */
export async function formOrParts(event: HttpEvent): Promise<Record<string, string> | undefined> {
  if (!/^multipart\/form-data\s*;/i.test(typeOf(event))) return formFields(event);
  const bytes = bytesOf(event);
  if (!bytes) return undefined;
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': typeOf(event) } }).formData();
    return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  } catch {
    return undefined; // Its parts do not part.
  }
}
