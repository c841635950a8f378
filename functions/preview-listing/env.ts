import * as z from 'zod';
import { JudgingEnv } from '../_matching/judging-env.ts';
import { RequestRateEnv } from '../_runtime/request-rate.ts';

export const Env = JudgingEnv.extend({
  ...RequestRateEnv.shape,
  AUDIT_TABLE: z.string().min(1),
  /** How many listings of the other side, and of the caller's own, are looked at; beyond that an answer is not complete. */
  MOST_LISTINGS: z.coerce.number().int().min(1),
});
export type Env = z.infer<typeof Env>;
