import pThrottle from 'p-throttle';

/** Waits until the next mail may go. */
export type Pace = () => Promise<void>;

/**
 * So many Lambdas mail at the same time at the most: two runs each of the notifier, of the inviter and of the weekly mail,
 * and the run of what is due.
 */
const senders = 7;
const windowMs = 10_000;

/**
 * The share that one Lambda has of what the zone mails in a minute. A few go at once; whoever has more to send waits for
 * the next ten seconds, and `onWait` is told.
 */
export function makePace(mailsAMinute: number, onWait: () => void): Pace {
  const limit = Math.max(1, Math.floor((mailsAMinute / senders) * (windowMs / 60_000)));
  return pThrottle({ limit, interval: windowMs, strict: true, onDelay: onWait })(async () => undefined);
}
