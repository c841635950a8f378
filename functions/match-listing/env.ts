import * as z from 'zod';
import { JudgingEnv } from '../_matching/judging-env.ts';

export const Env = JudgingEnv.extend({
  ZONE_ID: z.string().min(1),
  MATCHES_TABLE: z.string().min(1),
  MATCH_OVERFLOW_QUEUE_URL: z.string().min(1),
  USAGE_TABLE: z.string().min(1),
  DEAD_LETTER_QUEUE_URL: z.string().min(1),
  /** Of how many pairs one run takes care; a listing with more of them is judged in parts. */
  PAIRS_AT_ONCE: z.coerce.number().int().min(1),
});
export type Env = z.infer<typeof Env>;
