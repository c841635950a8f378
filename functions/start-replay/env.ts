import * as z from 'zod';
import { LanesEnv } from '../_matching/lanes-env.ts';

export const Env = z.object({
  ...LanesEnv.shape,
  ZONE_ID: z.string().min(1),
  LISTINGS_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
  REPLAYS_QUEUE_URL: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
