import type { z } from 'zod';
import { RevisingEnv } from '../_listings/revising.ts';
import { RequestRateEnv } from '../_runtime/request-rate.ts';

export const Env = RevisingEnv.extend(RequestRateEnv.shape);
export type Env = z.infer<typeof Env>;
