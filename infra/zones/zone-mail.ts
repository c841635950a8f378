/** Where a zone's mails come from, and where answers to them go. */
type Sending = {
  /** The address that readers see. */
  readonly from: string;
  /** Where answers of people go; to `from` where nothing is said. */
  readonly replyTo?: string;
};

/** A relay that takes the zone's mail. Its login stands in Secrets Manager and never here. Nothing is sent without TLS. */
type SmtpMail = Sending & {
  readonly transport: 'smtp';
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (RFC 8314, port 465), or after STARTTLS (port 587), without which nothing is said. */
  readonly security: 'tls' | 'starttls';
  /** The envelope's sender, where undeliverable mail is returned to (docs/mail-transport.md); `from` where nothing is said. */
  readonly bounces?: string;
};

/**
 * Amazon SES, API version 2. The operator has the domain of `from` verified in that region, and makes the configuration set there
 * that sends its events to EventBridge (docs/mail-transport.md).
 */
type SesMail = Sending & {
  readonly transport: 'ses';
  /** The zone's own region, or one near to it where that has no SES. */
  readonly region: string;
  readonly configurationSet: string;
};

/** What carries a zone's mails. */
export type ZoneMail = SmtpMail | SesMail;
