import { z } from 'zod';
import { JudgingEnv } from '../_matching/judging-env.ts';

export const Env = z.object({
  ...JudgingEnv.omit({
    CANDIDATES_TABLE: true,
    CANDIDATE_PARTITIONS: true,
    CANDIDATE_ROWS_KEPT: true,
    CANARY_ORGANIZATIONS: true,
  }).shape,
  MATCHES_TABLE: z.string().min(1),
  HISTORY_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
