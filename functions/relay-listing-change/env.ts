import * as z from 'zod';
import { LanesEnv } from '../_matching/lanes-env.ts';

export const Env = LanesEnv.extend({
  ZONE_ID: z.string().min(1),
  ZONE_BUS_NAME: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
