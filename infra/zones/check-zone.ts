import { limitsComplaints } from './check-limits.ts';
import { mailComplaints } from './check-mail.ts';
import { originsComplaints } from './check-origins.ts';
import { partitionsComplaints } from './check-partitions.ts';
import { placeComplaints } from './check-place.ts';
import { rhythmComplaints } from './check-rhythm.ts';
import { rulesComplaints } from './check-rules.ts';
import { watchComplaints } from './check-watch.ts';
import type { Zone } from './zone.ts';

/** A zone's record cannot work. */
class UnsoundZone extends Error {
  override readonly name = 'UnsoundZone';
}

/** All that is wrong with a record, in sentences; nothing where it is sound. */
export function zoneComplaints(zone: Zone): readonly string[] {
  return [
    ...placeComplaints(zone),
    ...rulesComplaints(zone),
    ...mailComplaints(zone.mail),
    ...originsComplaints(zone.web.origins),
    ...limitsComplaints(zone.limits),
    ...partitionsComplaints(zone.domainPartitions),
    ...rhythmComplaints(zone.rhythm),
    ...watchComplaints(zone),
  ];
}

/** Throws UnsoundZone, which says at once all that is wrong. */
export function checkZone(zone: Zone): void {
  const complaints = zoneComplaints(zone);
  if (complaints.length > 0) throw new UnsoundZone(complaints.join('\n'));
}
