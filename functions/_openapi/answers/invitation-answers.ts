import * as z from 'zod';
import { Instant } from '../../../domain/time.ts';

/** What became of inviting each contact of an organization that is not confirmed. */
export const InvitationsAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        email: z.email(),
        state: z.enum(['asked', 'sent', 'held', 'undeliverable', 'expired', 'refused']),
        at: Instant.optional(),
        expiresAt: Instant.optional(),
      }),
    )
    .max(20),
});
