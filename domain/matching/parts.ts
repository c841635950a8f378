import * as z from 'zod';

/**
 * A part of the pairs of a listing: those whose other side's id begins with these hex digits; no digit is the whole. Ids
 * are random, so that parts with as many digits hold about as many pairs.
 */
export const Part = z.string().regex(/^[0-9a-f]{0,12}$/);
export type Part = z.infer<typeof Part>;

export const whole: Part = '';

const digits = [...'0123456789abcdef'];

/** The parts that make up a part. */
export const partsOf = (part: Part): readonly Part[] => digits.map((digit) => `${part}${digit}`);

/** The share of a listing's pairs that stands in a part. */
export const shareOf = (part: Part): number => 1 / digits.length ** part.length;
