import * as z from 'zod';
import { LanesEnv } from '../_matching/lanes-env.ts';

export const Env = LanesEnv.extend({
  ZONE_ID: z.string().min(1),
  INVITATIONS_QUEUE_URL: z.string().min(1),
  NOTIFICATIONS_QUEUE_URL: z.string().min(1),
  LISTINGS_TABLE: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
