import * as z from 'zod';

/** One page of a list; without `nextCursor` it is the last. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item).max(100), nextCursor: z.string().optional() });
