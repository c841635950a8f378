import * as z from 'zod';
import { Bilingual } from '../../domain/vocabulary/bilingual.ts';

const text = z.string().min(1);

/** The variables of each Lambda that mails anybody, whatever carries its mails. */
export const MailEnv = z.object({
  ZONE_NAME: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(Bilingual),
  PUBLIC_BASE_URL: z.url(),
  TIME_ZONE: text,
  MAIL_FROM: z.email(),
  MAIL_REPLY_TO: z.email(),
  MAIL_BOUNCES: z.email(),
  MAILS_A_MINUTE: z.coerce.number().min(140),
  ORGANIZATIONS_TABLE: text,
  USAGE_TABLE: text,
  AUDIT_TABLE: text,
});
export type MailEnv = z.infer<typeof MailEnv>;
