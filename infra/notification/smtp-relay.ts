import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ZoneSecret } from '../encryption/zone-secret.ts';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import type { Zone } from '../zones/zone.ts';

/** The zone's SMTP relay: where it is, and the secret that holds its login. */
export class MailRelay extends Construct {
  readonly variables: Readonly<
    Record<'SMTP_HOST' | 'SMTP_PORT' | 'SMTP_SECURITY' | 'MAIL_FROM' | 'MAIL_LOGIN_SECRET', string>
  >;
  private readonly login: ZoneSecret;

  constructor(scope: Construct, id: string, { mail, id: zoneId }: Zone) {
    super(scope, id);
    const stack = Stack.of(this);
    const host = new CfnParameter(stack, 'SmtpHost', { default: mail.host });
    const port = new CfnParameter(stack, 'SmtpPort', { default: String(mail.port) });
    const security = new CfnParameter(stack, 'SmtpSecurity', {
      default: mail.security,
      allowedValues: ['tls', 'starttls', 'none'],
      description: 'none only where the relay is on the same machine',
    });
    // Made with a password that no relay knows: the operator puts the relay's own login in before the first mail.
    this.login = new ZoneSecret(this, 'Login', {
      description: `Login of the mail relay of zone ${zoneId}`,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: mail.from }),
        generateStringKey: 'password',
        excludePunctuation: true,
      },
    });
    this.variables = {
      SMTP_HOST: host.valueAsString,
      SMTP_PORT: port.valueAsString,
      SMTP_SECURITY: security.valueAsString,
      MAIL_FROM: mail.from,
      MAIL_LOGIN_SECRET: this.login.secretArn,
    };
  }

  /** Reading the login. */
  grantUse(fn: ZoneFunction<unknown>): void {
    this.login.grantValue(fn);
  }
}
