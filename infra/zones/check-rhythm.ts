import type { Rhythm } from './zone.ts';

/** The longest that SQS keeps a message back (`DelaySeconds`). */
const longestCollecting = 900;
const mostMatchesAMail = 50;

/** What is wrong with a zone's rhythm: a sentence each, with the setting's name. */
export function rhythmComplaints({ collectSeconds, matchesAMail }: Rhythm): readonly string[] {
  const settings = [
    ['collectSeconds', collectSeconds, 0, longestCollecting],
    ['matchesAMail', matchesAMail, 1, mostMatchesAMail],
  ] as const;
  return settings
    .filter(([, value, least, most]) => !(Number.isInteger(value) && value >= least && value <= most))
    .map(
      ([name, value, least, most]) =>
        `The zone's rhythm ${name} is ${value}: it must be a whole number from ${least} to ${most}.`,
    );
}
