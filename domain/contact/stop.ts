import * as z from 'zod';
import { Instant } from '../time.ts';

/** Why an address is mailed no more: it bounced for good, its owner complained, or the mail server refused it for good. */
const stopCauses = ['hard-bounce', 'complaint', 'refused'] as const;

/** The digest of an address, by which it is known where the address itself does not stand. */
export const AddressDigest = z.string().regex(/^[0-9a-f]{32}$/);

/** An address that the zone mails no more, whichever organizations name it. The address itself stands with them alone. */
export const Stop = z.strictObject({
  contact: AddressDigest,
  cause: z.enum(stopCauses),
  /** A status code (RFC 3463) or the provider's own word, never a sentence: those quote addresses. */
  code: z.string().max(64).optional(),
  at: Instant,
});
export type Stop = z.infer<typeof Stop>;
