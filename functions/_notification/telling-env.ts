import * as z from 'zod';
import { TransportEnv } from './env.ts';
import { MailEnv } from './mail-env.ts';

/** The variables of each Lambda that mails buyers. */
export const TellingEnv = MailEnv.extend({
  LISTINGS_TABLE: z.string().min(1),
  MATCHES_TABLE: z.string().min(1),
  INSTANT_MAILS_A_DAY: z.coerce.number().int().min(1),
  DAILY_MAILS_A_DAY: z.coerce.number().int().min(1),
  DELIVERIES_TABLE: z.string().min(1),
  PREFERENCES_TABLE: z.string().min(1),
  STOPS_TABLE: z.string().min(1),
  SIGNING_KEYS_SECRET: z.string().min(1),
  ZONE_ID: z.string().min(1),
  /** How long what is found for a demand is collected before its buyer is told, in seconds. */
  COLLECT_SECONDS: z.coerce.number().int().min(0).max(900),
  /** How many matches one mail shows. */
  MATCHES_A_MAIL: z.coerce.number().int().min(1),
}).and(TransportEnv);
export type TellingEnv = z.infer<typeof TellingEnv>;
