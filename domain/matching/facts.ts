import type { Party } from '../organization/organization.ts';
import type { CalendarDay, Instant } from '../time.ts';

/** What judging needs beside the two listings: the moment, the zone's calendar day then, and both parties as verified. */
export type Facts = {
  readonly now: Instant;
  readonly today: CalendarDay;
  readonly buyer: Party;
  readonly supplier: Party;
};
