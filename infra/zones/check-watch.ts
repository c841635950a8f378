import * as z from 'zod';
import { OrganizationId } from '../../domain/ids.ts';
import type { Zone } from './zone.ts';
import type { Canary, Thresholds } from './zone-watch.ts';

const Address = z.email().max(254);

type Bound = readonly [name: string, value: number, least: number, most: number];

const percentages = ({ errorPercent, bouncePercent, complaintPercent }: Thresholds): readonly string[] =>
  Object.entries({ errorPercent, bouncePercent, complaintPercent })
    .filter(([, value]) => !(value > 0 && value <= 100))
    .map(([name, value]) => `The zone's threshold ${name} is ${value}: it must be above 0 and at most 100.`);

const wholeNumbers = (what: string, bounds: readonly Bound[]): readonly string[] =>
  bounds
    .filter(([, value, least, most]) => !(Number.isInteger(value) && value >= least && value <= most))
    .map(
      ([name, value, least, most]) =>
        `The zone's ${what} ${name} is ${value}: a whole number from ${least} to ${most}.`,
    );

function canaryComplaints(canary: Canary): readonly string[] {
  if (canary === 'off') return [];
  const { everyMinutes, withinMinutes, supplier, buyer } = canary;
  const complaints = [
    ...wholeNumbers('canary', [
      // Its alarm looks at the time of three runs, and CloudWatch at a day at the most.
      ['everyMinutes', everyMinutes, 5, 480],
      // A run of a Lambda ends after a quarter of an hour at the latest.
      ['withinMinutes', withinMinutes, 1, 12],
    ]),
  ];
  for (const [side, { organization, clientId }] of Object.entries({ supplier, buyer })) {
    if (!OrganizationId.safeParse(organization).success)
      complaints.push(`The zone's canary.${side}.organization “${organization}” is no id of an organization.`);
    if (!clientId.trim()) complaints.push(`The zone's canary.${side}.clientId is empty.`);
  }
  if (supplier.organization === buyer.organization)
    complaints.push("The zone's canary needs two organizations: nothing matches between a party and itself.");
  if (withinMinutes >= everyMinutes)
    complaints.push("The zone's canary.withinMinutes must be shorter than everyMinutes: one run ends before the next.");
  return complaints;
}

/** What is wrong with how a zone is watched, and how long what it could do without is kept, in sentences. */
export function watchComplaints({ alarms: { receiver, thresholds }, canary, retention }: Zone): readonly string[] {
  const { throttles, oldestMessageMinutes: oldest, mailLateMinutes } = thresholds;
  return [
    ...(Address.safeParse(receiver).success
      ? []
      : [`The zone's alarms.receiver “${receiver}” is not one mail address.`]),
    ...percentages(thresholds),
    ...wholeNumbers('threshold', [
      ['throttles', throttles, 1, 1_000_000],
      ['oldestMessageMinutes.prompt', oldest.prompt, 1, 1440],
      ['oldestMessageMinutes.overflow', oldest.overflow, 1, 1440],
      ['oldestMessageMinutes.sweeps', oldest.sweeps, 1, 1440],
      ['mailLateMinutes', mailLateMinutes, 1, 1440],
    ]),
    ...wholeNumbers('retention', [
      ['logsDays', retention.logsDays, 180, 3653],
      ['recoveryDays', retention.recoveryDays, 1, 35],
    ]),
    ...canaryComplaints(canary),
  ];
}
