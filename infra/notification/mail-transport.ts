import { Construct } from 'constructs';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import type { Zone } from '../zones/zone.ts';
import { SesSending } from './ses-sending.ts';
import { SmtpRelay } from './smtp-relay.ts';

type SenderVariables = Readonly<Record<'MAIL_FROM' | 'MAIL_REPLY_TO' | 'MAIL_BOUNCES', string>>;

/** What carries the zone's mails, as its record says: a relay over SMTP, or SES. */
export class MailTransport extends Construct {
  readonly variables: (SmtpRelay | SesSending)['variables'] & SenderVariables;
  private readonly carrier: SmtpRelay | SesSending;

  constructor(scope: Construct, id: string, { mail, id: zone }: Zone) {
    super(scope, id);
    this.carrier =
      mail.transport === 'smtp' ? new SmtpRelay(this, 'Relay', { zone, mail }) : new SesSending(this, 'Ses', { mail });
    const { from, replyTo = from } = mail;
    const bounces = mail.transport === 'smtp' ? (mail.bounces ?? from) : from;
    this.variables = { ...this.carrier.variables, MAIL_FROM: from, MAIL_REPLY_TO: replyTo, MAIL_BOUNCES: bounces };
  }

  /** Sending mails: reading the relay's login, or sending through SES. */
  grantUse(fn: ZoneFunction<unknown>): void {
    this.carrier.grantUse(fn);
  }
}
