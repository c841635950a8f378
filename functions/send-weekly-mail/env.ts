import { z } from 'zod';
import { IndexEnv } from '../_matching/index-env.ts';
import { TransportEnv } from '../_notification/env.ts';
import { MailEnv } from '../_notification/mail-env.ts';
import { RetryEnv } from '../_runtime/retries.ts';

export const Env = MailEnv.extend({
  LISTINGS_TABLE: z.string().min(1),
  ...IndexEnv.shape,
  MATCHES_TABLE: z.string().min(1),
  DELIVERIES_TABLE: z.string().min(1),
  PREFERENCES_TABLE: z.string().min(1),
  STOPS_TABLE: z.string().min(1),
  SIGNING_KEYS_SECRET: z.string().min(1),
  DEAD_LETTER_QUEUE_URL: z.string().min(1),
  ...RetryEnv.shape,
}).and(TransportEnv);
export type Env = z.infer<typeof Env>;
