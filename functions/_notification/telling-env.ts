import { z } from 'zod';
import { TransportEnv } from './env.ts';
import { MailEnv } from './mail-env.ts';

/** The variables of each Lambda that mails buyers. */
export const TellingEnv = MailEnv.extend({
  LISTINGS_TABLE: z.string().min(1),
  MATCHES_TABLE: z.string().min(1),
  INSTANT_MAILS_A_DAY: z.coerce.number().int().min(1),
  DELIVERIES_TABLE: z.string().min(1),
}).and(TransportEnv);
export type TellingEnv = z.infer<typeof TellingEnv>;
