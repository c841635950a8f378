import { z } from 'zod';
import { IndexEnv } from '../_matching/index-env.ts';
import { JudgingEnv } from '../_matching/judging-env.ts';

export const Env = z.object({
  ...JudgingEnv.pick({ TIME_ZONE: true, MATCH_WEIGHTS: true, LISTINGS_TABLE: true }).shape,
  ...IndexEnv.shape,
  ZONE_ID: z.string().min(1),
  RECHECKS_TABLE: z.string().min(1),
  MATCH_OVERFLOW_QUEUE_URL: z.string().min(1),
  MATCH_SWEEPS_QUEUE_URL: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
