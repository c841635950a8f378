import * as z from 'zod';

// No key of DynamoDB is empty.
const part = z.string().min(1).max(200);

/** Where a page ended: the sort key and the id of its last row. The partition is never in it: the caller's own is used. */
const Position = z.tuple([part, part]);

/** An opaque cursor. It holds no more than the caller was just shown. */
export function makeCursor(sortKey: string, id: string): string {
  return Buffer.from(JSON.stringify([sortKey, id])).toString('base64url');
}

/** The position that a cursor names, or undefined where it is none of ours. */
export function parseCursor(cursor: string): { sortKey: string; id: string } | undefined {
  try {
    const [sortKey, id] = Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { sortKey, id };
  } catch {
    return undefined;
  }
}

/** One page of a list, as stores give it. */
export type Page<T> = { readonly items: readonly T[]; readonly nextCursor?: string };

/** What a caller asks of a list. */
export type PageRequest = { readonly limit: number; readonly after?: { sortKey: string; id: string } };
