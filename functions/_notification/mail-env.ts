import { z } from 'zod';
import { Bilingual } from '../../domain/vocabulary/bilingual.ts';

/** The variables of each Lambda that mails anybody. */
export const MailEnv = z.object({
  ZONE_NAME: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(Bilingual),
  PUBLIC_BASE_URL: z.url(),
  TIME_ZONE: z.string().min(1),
  SMTP_HOST: z.string().min(1),
  SMTP_PORT: z.coerce.number().int().min(1).max(65535),
  SMTP_SECURITY: z.enum(['tls', 'starttls', 'none']),
  MAIL_FROM: z.email(),
  MAIL_LOGIN_SECRET: z.string().min(1),
  MAILS_A_MINUTE: z.coerce.number().min(140),
  ORGANIZATIONS_TABLE: z.string().min(1),
  USAGE_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
});
export type MailEnv = z.infer<typeof MailEnv>;
