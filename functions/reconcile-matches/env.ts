import * as z from 'zod';

export const Env = z.object({
  ZONE_ID: z.string().min(1),
  CANDIDATES_TABLE: z.string().min(1),
  MATCHES_TABLE: z.string().min(1),
  MATCH_SWEEPS_QUEUE_URL: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
