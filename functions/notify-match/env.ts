import { z } from 'zod';
import { TellingEnv } from '../_notification/telling-env.ts';

export const Env = z.object({ ...TellingEnv.shape, DEAD_LETTER_QUEUE_URL: z.string().min(1) });
export type Env = z.infer<typeof Env>;
