import * as z from 'zod';

/** Visible ASCII, as draft-ietf-httpapi-idempotency-key-header has it. */
export const PublishHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .optional(),
});
