import type { Demand } from '../demand/demand.ts';
import { type Instant, nextAtHour, secondsAfter } from '../time.ts';
import type { MatchMails } from './preferences.ts';

/** How a contact is told of a demand's matches: soon, once a day, or not at all. */
export type Rhythm = 'instant' | 'daily' | 'off';

/** When the mails of a day go out to an organization: an hour of its own clocks. */
export type MailHour = { readonly hour: number; readonly timeZone: string };

/** The demand says how often its buyer is to be mailed; a contact may want it less often, never more. */
export function rhythmOf({ notify }: Pick<Demand, 'notify'>, wanted: MatchMails): Rhythm {
  if (notify.mode === 'off' || wanted === 'off') return 'off';
  return wanted === 'daily' ? 'daily' : notify.mode;
}

/**
 * When something found now is to be told: after what the zone collects, so that what is found together comes in one mail;
 * or at the organization's hour.
 */
export const dueAt = (
  rhythm: 'instant' | 'daily',
  now: Instant,
  { collectSeconds, mailHour }: { readonly collectSeconds: number; readonly mailHour: MailHour },
): Instant =>
  rhythm === 'instant' ? secondsAfter(now, collectSeconds) : nextAtHour(mailHour.timeZone, mailHour.hour, now);
