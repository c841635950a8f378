import { z } from 'zod';
import { IndexEnv } from '../_matching/index-env.ts';

export const Env = z.object({
  ZONE_ID: z.string().min(1),
  ...IndexEnv.shape,
  MATCHES_TABLE: z.string().min(1),
  USAGE_TABLE: z.string().min(1),
  MATCH_SWEEPS_QUEUE_URL: z.string().min(1),
  DEAD_LETTER_QUEUE_URL: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
