import * as z from 'zod';

export const Env = z.object({
  STOPS_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
  SIGNING_KEYS_SECRET: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
