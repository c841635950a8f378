import * as z from 'zod';
import { parseCursor } from '../_adapters/dynamo/cursor.ts';

const largestPage = 100;

/** `limit` 1..100 (20 where left out) and `cursor` as the last page gave it. */
export const PageParameters = {
  limit: z.coerce.number().int().min(1).max(largestPage).default(20),
  cursor: z
    .string()
    .max(1000)
    .transform((cursor, context) => {
      const position = parseCursor(cursor);
      if (position) return position;
      context.issues.push({ code: 'custom', input: cursor, params: { code: 'unknown-cursor' } });
      return z.NEVER;
    })
    .optional(),
};
