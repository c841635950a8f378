import { z } from 'zod';
import { JudgingEnv } from '../_matching/judging-env.ts';

export const Env = JudgingEnv.extend({ MATCHES_TABLE: z.string().min(1), DEAD_LETTER_QUEUE_URL: z.string().min(1) });
export type Env = z.infer<typeof Env>;
