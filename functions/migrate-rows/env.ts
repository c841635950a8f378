import { z } from 'zod';
import { IndexEnv } from '../_matching/index-env.ts';

export const Env = z.object({
  DELIVERIES_TABLE: z.string().min(1),
  LISTINGS_TABLE: z.string().min(1),
  ...IndexEnv.shape,
  USAGE_TABLE: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
