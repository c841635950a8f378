import { Problem } from './problem.ts';

const needed = {
  zh: '请在 If-Match 中给出上次读到的 ETag，以免覆盖他人的修改。',
  en: 'Send the ETag that you read last in If-Match, so that nobody’s change is overwritten.',
};

/** Refuses a write that was not made from this version: 428 without `If-Match` (RFC 6585), 412 with another one. */
export function checkIfMatch(header: string | undefined, etag: string): void {
  if (header === undefined) throw new Problem('version-needed', needed);
  const given = header.split(',').map((tag) => tag.trim());
  if (!given.includes(etag) && !given.includes('*')) throw versionConflict();
}

/** Somebody else changed it first. */
export function versionConflict(): Problem {
  return new Problem('version-conflict', {
    zh: '该条目在您读取之后已被修改，请重新读取。',
    en: 'It was changed after you read it; read it again.',
  });
}
