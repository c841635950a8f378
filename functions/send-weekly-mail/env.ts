import { z } from 'zod';
import { MailEnv } from '../_notification/mail-env.ts';

export const Env = MailEnv.extend({
  LISTINGS_TABLE: z.string().min(1),
  CANDIDATES_TABLE: z.string().min(1),
  MATCHES_TABLE: z.string().min(1),
  DELIVERIES_TABLE: z.string().min(1),
  PREFERENCES_TABLE: z.string().min(1),
  STOPS_TABLE: z.string().min(1),
  SIGNING_KEYS_SECRET: z.string().min(1),
  DEAD_LETTER_QUEUE_URL: z.string().min(1),
});
export type Env = z.infer<typeof Env>;
