import * as z from 'zod';

/** Where to go once signed in: one of our own pages, whatever is said. */
export const SignInQuery = z.object({ to: z.string().max(500).optional() });

/** What an identity provider sends back (RFC 6749, 4.1.2; RFC 9207). */
export const SignInReturn = z.object({
  code: z.string().optional(),
  state: z.string().optional(),
  iss: z.string().optional(),
  error: z.string().optional(),
});
