import * as z from 'zod';

/**
 * A part of the pairs of a listing: those whose other side's id begins with these hex digits; no digit is the whole. Ids
 * are random, so that parts with as many digits hold about as many pairs. Requests for such parts were sent once, and may
 * still wait in a queue; today's parts go by the order of the shortlist (mark.ts).
 */
export const Part = z.string().regex(/^[0-9a-f]{0,12}$/);
export type Part = z.infer<typeof Part>;

export const whole: Part = '';

/** The share of a listing's pairs that stands in a part. */
export const shareOf = (part: Part): number => 1 / 16 ** part.length;
