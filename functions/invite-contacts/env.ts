import * as z from 'zod';
import { TransportEnv } from '../_notification/env.ts';
import { MailEnv } from '../_notification/mail-env.ts';
import { RetryEnv } from '../_runtime/retries.ts';

const Most = z.int().min(1);

export const Env = MailEnv.extend({
  ...RetryEnv.shape,
  INVITATIONS_TABLE: z.string().min(1),
  STOPS_TABLE: z.string().min(1),
  SIGNING_KEYS_SECRET: z.string().min(1),
  DEAD_LETTER_QUEUE_URL: z.string().min(1),
  /** How many invitations of one organization, and to one mailbox, go out in a day. */
  INVITATIONS_A_DAY: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.strictObject({ organization: Most, address: Most })),
}).and(TransportEnv);
export type Env = z.infer<typeof Env>;
