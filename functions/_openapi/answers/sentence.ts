import * as z from 'zod';

/** A sentence by the tag of its language. */
export const Sentence = z.strictObject({ 'zh-CN': z.string(), en: z.string() });

/** How many, as far as it may be told: below five only that it is below five. */
export const Count = z.union([z.strictObject({ under: z.int().min(1) }), z.strictObject({ exactly: z.int().min(0) })]);
