import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Mailer } from '../_adapters/mail/mailer.ts';
import type { Sender } from '../_adapters/mail/message.ts';
import { makeSesMailer } from '../_adapters/mail/ses-mailer.ts';
import { makeSmtpMailer } from '../_adapters/mail/smtp-mailer.ts';
import { readMailLogin } from '../_adapters/secrets/mail-login.ts';
import type { SmtpEnv, TransportEnv } from './env.ts';
import type { MailEnv } from './mail-env.ts';

const senderOf = (env: MailEnv): Sender => ({
  name: env.ZONE_NAME,
  address: env.MAIL_FROM,
  replyTo: env.MAIL_REPLY_TO,
  bounces: env.MAIL_BOUNCES,
});

async function connect(env: SmtpEnv, sender: Sender): Promise<Mailer> {
  const login = await readMailLogin(new SecretsManagerClient({}), env.MAIL_LOGIN_SECRET);
  return makeSmtpMailer({
    host: env.SMTP_HOST,
    port: env.SMTP_PORT,
    security: env.SMTP_SECURITY,
    authority: env.SMTP_AUTHORITY,
    sender,
    ...login,
  });
}

/** The login is read at the first mail and kept; after a failure it is read anew, as it may have been changed. */
function makeConnectedMailer(connectNow: () => Promise<Mailer>): Mailer {
  let connected: Promise<Mailer> | undefined;
  return {
    async send(mail) {
      connected ??= connectNow();
      try {
        return await (await connected).send(mail);
      } catch (error) {
        connected = undefined;
        throw error;
      }
    },
  };
}

/** The zone's mailer, by its settings. */
export function makeZoneMailer(env: MailEnv & TransportEnv): Mailer {
  const sender = senderOf(env);
  switch (env.MAIL_TRANSPORT) {
    case 'smtp':
      return makeConnectedMailer(() => connect(env, sender));
    case 'ses':
      return makeSesMailer({ region: env.SES_REGION, configurationSet: env.SES_CONFIGURATION_SET, sender });
  }
}
