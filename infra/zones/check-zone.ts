import { checkLimits } from './check-limits.ts';
import { checkMail } from './check-mail.ts';
import { checkOrigins } from './check-origins.ts';
import { placeComplaints } from './check-place.ts';
import { checkRhythm } from './check-rhythm.ts';
import { rulesComplaints } from './check-rules.ts';
import { watchComplaints } from './check-watch.ts';
import type { Zone } from './zone.ts';

/** A zone's record cannot work. */
class UnsoundZone extends Error {
  override readonly name = 'UnsoundZone';
}

/** The sentence that a check throws, if it does. */
function sentenceOf(check: () => void): readonly string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** All that is wrong with a record, in sentences; nothing where it is sound. */
export function zoneComplaints(zone: Zone): readonly string[] {
  return [
    ...placeComplaints(zone),
    ...rulesComplaints(zone),
    ...sentenceOf(() => checkMail(zone.mail)),
    ...sentenceOf(() => checkOrigins(zone.web.origins)),
    ...sentenceOf(() => checkLimits(zone.limits)),
    ...sentenceOf(() => checkRhythm(zone.rhythm)),
    ...watchComplaints(zone),
  ];
}

/** Throws UnsoundZone, which says at once all that is wrong. */
export function checkZone(zone: Zone): void {
  const complaints = zoneComplaints(zone);
  if (complaints.length > 0) throw new UnsoundZone(complaints.join('\n'));
}
