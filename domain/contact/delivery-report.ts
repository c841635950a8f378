import { meansAddress, tellingStatus } from './mail-status.ts';

/** What a mail system tells of one reader later: that a mail was returned, or that its reader complains of it. */
export type DeliveryReport =
  | {
      readonly kind: 'bounce';
      readonly address: string;
      /** RFC 3464, 2.3.3. Of these `failed` alone is for good. */
      readonly action: string;
      readonly status: string;
      readonly diagnostic?: string | undefined;
    }
  | { readonly kind: 'complaint'; readonly address: string; readonly type: string };

/** What is done about it: the address is mailed no more, or nothing but to note it, by a code. */
type Consequence =
  | { readonly stop: 'hard-bounce' | 'complaint'; readonly code: string }
  | { readonly stop?: undefined; readonly code: string };

/** By a report of this kind somebody says that a mail is none to complain of (RFC 5965, 7.3; registry at IANA). */
const notSpam = 'not-spam';

/** Who complains is mailed no more; so is an address to which no mail will arrive. A mail that is late, or refused for what it is, stops nobody. */
export function consequenceOf(report: DeliveryReport): Consequence {
  if (report.kind === 'complaint') {
    return report.type === notSpam ? { code: notSpam } : { stop: 'complaint', code: report.type };
  }
  const code = tellingStatus(report.status, report.diagnostic);
  return report.action === 'failed' && meansAddress(code) ? { stop: 'hard-bounce', code } : { code };
}
