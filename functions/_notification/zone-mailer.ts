import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Mailer } from '../_adapters/mail/mailer.ts';
import { makeSmtpMailer } from '../_adapters/mail/smtp-mailer.ts';
import { readMailLogin } from '../_adapters/secrets/mail-login.ts';
import type { MailEnv } from './mail-env.ts';

async function connect(env: MailEnv): Promise<Mailer> {
  const login = await readMailLogin(new SecretsManagerClient({}), env.MAIL_LOGIN_SECRET);
  return makeSmtpMailer({
    host: env.SMTP_HOST,
    port: env.SMTP_PORT,
    security: env.SMTP_SECURITY,
    from: { name: env.ZONE_NAME.zh, address: env.MAIL_FROM },
    ...login,
  });
}

/**
 * The zone's mailer, by its settings. The login is read at the first mail and kept; after a failure it is read anew, as it
 * may have been changed.
 */
export function makeZoneMailer(env: MailEnv): Mailer {
  let connected: Promise<Mailer> | undefined;
  return {
    async send(mail) {
      connected ??= connect(env);
      try {
        return await (await connected).send(mail);
      } catch (error) {
        connected = undefined;
        throw error;
      }
    },
  };
}
