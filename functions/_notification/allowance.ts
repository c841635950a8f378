import type { SystemAccess } from '../../domain/access/access.ts';
import { dayIn } from '../../domain/time.ts';
import type { Meter, makeUsageStore } from '../_adapters/dynamo/usage-store.ts';
import type { Clock } from '../_runtime/clock.ts';

/** How many mails of a rhythm a contact still gets today. */
export type Allowance = {
  isUsedUp(contact: string): Promise<boolean>;
  /** Notes one mail more. */
  use(contact: string): Promise<void>;
};

type Parts = {
  readonly access: SystemAccess;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly usage: ReturnType<typeof makeUsageStore>;
  readonly rhythm: 'instant' | 'daily';
  readonly mailsADay: number;
};

/**
 * The day's allowance of each contact, by the digest of its address. Two runs that ask at the same moment may both be
 * granted the last mail.
 */
export function makeAllowance({ access, clock, timeZone, usage, rhythm, mailsADay }: Parts): Allowance {
  const meterOf = (contact: string): Meter => ({ of: `mail#${rhythm}#${contact}`, window: dayIn(timeZone, clock()) });
  return {
    async isUsedUp(contact) {
      return (await usage.used(access, meterOf(contact))) >= mailsADay;
    },
    async use(contact) {
      await usage.use(access, meterOf(contact), 1, clock());
    },
  };
}
