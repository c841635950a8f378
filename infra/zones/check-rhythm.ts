import type { Rhythm } from './zone.ts';

/** A zone's rhythm cannot work. */
class UnsoundRhythm extends Error {
  override readonly name = 'UnsoundRhythm';
}

/** The longest that SQS keeps a message back (`DelaySeconds`). */
const longestCollecting = 900;
const mostMatchesAMail = 50;

/** Throws UnsoundRhythm, with a sentence that names the setting. */
export function checkRhythm({ collectSeconds, matchesAMail }: Rhythm): void {
  for (const [name, value, least, most] of [
    ['collectSeconds', collectSeconds, 0, longestCollecting],
    ['matchesAMail', matchesAMail, 1, mostMatchesAMail],
  ] as const) {
    if (Number.isInteger(value) && value >= least && value <= most) continue;
    throw new UnsoundRhythm(
      `The zone’s rhythm ${name} is ${value}: it must be a whole number from ${least} to ${most}.`,
    );
  }
}
