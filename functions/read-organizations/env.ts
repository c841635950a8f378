import * as z from 'zod';

export const Env = z.object({
  ORGANIZATIONS_TABLE: z.string().min(1),
  INVITATIONS_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
