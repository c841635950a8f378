import * as z from 'zod';
import { TellingEnv } from '../_notification/telling-env.ts';
import { RetryEnv } from '../_runtime/retries.ts';

export const Env = TellingEnv.and(
  RetryEnv.extend({ DEAD_LETTER_QUEUE_URL: z.string().min(1), NOTIFICATIONS_QUEUE_URL: z.string().min(1) }),
);
export type Env = z.infer<typeof Env>;
