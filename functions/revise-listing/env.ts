import type * as z from 'zod';
import { RevisingEnv } from '../_listings/revising.ts';
import { JudgingEnv } from '../_matching/judging-env.ts';
import { RequestRateEnv } from '../_runtime/request-rate.ts';

export const Env = RevisingEnv.extend(RequestRateEnv.shape).extend(JudgingEnv.shape);
export type Env = z.infer<typeof Env>;
