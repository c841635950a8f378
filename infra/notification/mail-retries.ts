import { Duration } from 'aws-cdk-lib';

/**
 * When a message is tried again that mails somebody. Greylisting lets in who comes back after some minutes, an hour at the
 * most (RFC 6647, 5); a relay may be down for longer. After almost ten hours the message is parked, with an alarm.
 */
export const mailRetries: readonly Duration[] = [1, 5, 15, 30, 60, 120, 120, 120, 120].map((minutes) =>
  Duration.minutes(minutes),
);
