import type { z } from 'zod';
import { JudgingEnv } from '../_matching/judging-env.ts';

export const Env = JudgingEnv;
export type Env = z.infer<typeof Env>;
