import * as z from 'zod';

/** What is wrong with one field (RFC 6901), or one parameter. */
const FieldErrorAnswer = z.strictObject({ pointer: z.string(), code: z.string(), detail: z.string().min(1) });

/** A problem (RFC 9457). */
export const ProblemAnswer = z.strictObject({
  type: z.string(),
  title: z.string().min(1),
  status: z.int().min(400).max(599),
  detail: z.string().min(1),
  instance: z.string().regex(/^urn:zonematch:request:[!-~]+$/),
  errors: z.array(FieldErrorAnswer).min(1).optional(),
});

/** What the gateway itself answers: in English alone, as HTTP APIs give no way to change it. */
export const GatewayAnswer = z.strictObject({ message: z.string() });
