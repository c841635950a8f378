import type * as z from 'zod';
import { PublishingEnv } from '../_listings/publishing.ts';
import { JudgingEnv } from '../_matching/judging-env.ts';

export const Env = PublishingEnv.extend(JudgingEnv.shape);
export type Env = z.infer<typeof Env>;
