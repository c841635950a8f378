import * as z from 'zod';

const text = z.string().min(1);

/** Certificates in PEM; nothing where those that everybody trusts are enough. */
const Authority = z.string().transform((pem) => pem || undefined);

const SmtpEnv = z.object({
  MAIL_TRANSPORT: z.literal('smtp'),
  SMTP_HOST: text,
  SMTP_PORT: z.coerce.number().int().min(1).max(65535),
  SMTP_SECURITY: z.enum(['tls', 'starttls']),
  SMTP_AUTHORITY: Authority,
  MAIL_LOGIN_SECRET: text,
});
export type SmtpEnv = z.infer<typeof SmtpEnv>;

const SesEnv = z.object({ MAIL_TRANSPORT: z.literal('ses'), SES_REGION: text, SES_CONFIGURATION_SET: text });
export type SesEnv = z.infer<typeof SesEnv>;

/** The variables of what carries the mails. */
export const TransportEnv = z.discriminatedUnion('MAIL_TRANSPORT', [SmtpEnv, SesEnv]);
export type TransportEnv = z.infer<typeof TransportEnv>;
