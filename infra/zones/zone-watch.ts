/** How soon somebody must look: at once, as something is lost or refused; or within a day. */
export type Severity = 'urgent' | 'soon';

/** From where on the operator is told. */
export type Thresholds = {
  /** Share of a Lambda's runs that may fail in five minutes, and of the API's answers that may be a 5xx in a quarter of an hour. */
  readonly errorPercent: number;
  /** Runs of Lambdas that may be refused for want of room in a quarter of an hour. */
  readonly throttles: number;
  /** How long the oldest message may wait: of what somebody just did, of what waits behind it, of everything judged anew. */
  readonly oldestMessageMinutes: { readonly prompt: number; readonly overflow: number; readonly sweeps: number };
  /** Share of a day's mails that may bounce. SES reviews an account at 5 % and pauses it at 10 %. */
  readonly bouncePercent: number;
  /** Share of a day's mails that may be complained of. SES reviews an account at 0.1 % and pauses it at 0.5 %. */
  readonly complaintPercent: number;
  /** How much later than what the zone collects, or than the hour of the daily mail, a mail may go out. */
  readonly mailLateMinutes: number;
};

/** Who is told when something is wrong, and from where on. */
export type Alarms = {
  /** One mail address, which confirms that it wants to be told. */
  readonly receiver: string;
  readonly thresholds: Thresholds;
};

/** As whom the canary posts: an organization, and the client that its issuer gives tokens for it. */
type CanaryParty = { readonly organization: string; readonly clientId: string };

/** Two organizations that exist for nothing else post what matches, see that it does, and withdraw it; or nobody does. */
export type Canary =
  | {
      readonly everyMinutes: number;
      /** How soon the match must be on record. */
      readonly withinMinutes: number;
      readonly supplier: CanaryParty;
      readonly buyer: CanaryParty;
    }
  | 'off';

/** The organizations of the canary, which are no enterprises. */
export const canaryParties = ({ canary }: { readonly canary: Canary }): readonly string[] =>
  canary === 'off' ? [] : [canary.supplier.organization, canary.buyer.organization];

/** How long is kept what the zone could do without. What is on record is kept until somebody deletes it. */
export type Retention = {
  /** Days that logs are kept: one of the numbers that CloudWatch Logs takes, at least 180 (six months, Cybersecurity Law). */
  readonly logsDays: 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 3653;
  /** Days back to any second of which tables can be restored, 1..35. */
  readonly recoveryDays: number;
};
