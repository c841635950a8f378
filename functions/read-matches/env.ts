import * as z from 'zod';

export const Env = z.object({
  MATCHES_TABLE: z.string().min(1),
  LISTINGS_TABLE: z.string().min(1),
  ORGANIZATIONS_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
