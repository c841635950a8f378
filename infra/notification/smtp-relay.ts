import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { SmtpEnv } from '../../functions/_notification/env.ts';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import type { ZoneMail } from '../zones/zone-mail.ts';
import type { RelayLogin } from './relay-login.ts';

type SmtpProps = { readonly mail: Extract<ZoneMail, { transport: 'smtp' }>; readonly login: RelayLogin };

/** The zone's SMTP relay: where it is, and with which login. */
export class SmtpRelay extends Construct {
  readonly variables: Readonly<Record<keyof SmtpEnv, string>>;
  private readonly login: RelayLogin;

  constructor(scope: Construct, id: string, { mail, login }: SmtpProps) {
    super(scope, id);
    this.login = login;
    const stack = Stack.of(this);
    const host = new CfnParameter(stack, 'SmtpHost', { default: mail.host });
    const port = new CfnParameter(stack, 'SmtpPort', { default: String(mail.port) });
    const security = new CfnParameter(stack, 'SmtpSecurity', {
      default: mail.security,
      allowedValues: ['tls', 'starttls'],
    });
    const authority = new CfnParameter(stack, 'SmtpAuthority', {
      default: '',
      // All variables of a Lambda together have 4 KiB.
      maxLength: 2048,
      description: 'Certificates (PEM) of who vouches for the relay, where it is none of those that everybody trusts',
    });
    this.variables = {
      MAIL_TRANSPORT: 'smtp',
      SMTP_HOST: host.valueAsString,
      SMTP_PORT: port.valueAsString,
      SMTP_SECURITY: security.valueAsString,
      SMTP_AUTHORITY: authority.valueAsString,
      MAIL_LOGIN_SECRET: login.secretArn,
    };
  }

  /** Reading the login. */
  grantUse(fn: ZoneFunction<unknown>): void {
    this.login.grantValue(fn);
  }
}
