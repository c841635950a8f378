import { Construct } from 'constructs';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import type { ZoneMail } from '../zones/zone-mail.ts';
import type { RelayLogin } from './relay-login.ts';
import { SesSending } from './ses-sending.ts';
import { SmtpRelay } from './smtp-relay.ts';

type SenderVariables = Readonly<Record<'MAIL_FROM' | 'MAIL_REPLY_TO' | 'MAIL_BOUNCES', string>>;

type MailTransportProps = {
  readonly mail: ZoneMail;
  /** That of the relay, where the zone mails through one. */
  readonly login: RelayLogin | undefined;
};

/** What carries the zone's mails, as its record says: a relay over SMTP, or SES. */
export class MailTransport extends Construct {
  readonly variables: (SmtpRelay | SesSending)['variables'] & SenderVariables;
  private readonly carrier: SmtpRelay | SesSending;

  constructor(scope: Construct, id: string, { mail, login }: MailTransportProps) {
    super(scope, id);
    this.carrier = this.carrierOf(mail, login);
    const { from, replyTo = from } = mail;
    const bounces = mail.transport === 'smtp' ? (mail.bounces ?? from) : from;
    this.variables = { ...this.carrier.variables, MAIL_FROM: from, MAIL_REPLY_TO: replyTo, MAIL_BOUNCES: bounces };
  }

  private carrierOf(mail: ZoneMail, login: RelayLogin | undefined): SmtpRelay | SesSending {
    if (mail.transport === 'ses') return new SesSending(this, 'Ses', { mail });
    if (login) return new SmtpRelay(this, 'Relay', { mail, login });
    throw new Error('a relay is mailed through with a login');
  }

  /** Sending mails: reading the relay's login, or sending through SES. */
  grantUse(fn: ZoneFunction<unknown>): void {
    this.carrier.grantUse(fn);
  }
}
