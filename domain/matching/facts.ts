import type { Party } from '../organization/organization.ts';
import { type Rulebook, rulebookOn } from '../rulebook/rulebook.ts';
import type { CalendarDay, Instant } from '../time.ts';

/** What judging needs beside the two listings: the moment, the zone's calendar day then, and both parties as verified. */
export type Facts = {
  readonly now: Instant;
  readonly today: CalendarDay;
  readonly buyer: Party;
  readonly supplier: Party;
  /** Whether the zone applies the negative lists of free-trade zones (CAC Order 16 of 2024, Art 6); left out: it does not. */
  readonly usesNegativeLists?: boolean;
  /** The rule tables to judge by; left out: those in effect on the day. */
  readonly rulebook?: Rulebook;
};

/** The same but for the moment: what rules for flows and their evidence ask, they ask of the day. */
export type DayFacts = Omit<Facts, 'now'>;

/** The rule tables that a pair is judged by. */
export const rulesFor = ({ rulebook, today }: Pick<Facts, 'rulebook' | 'today'>): Rulebook =>
  rulebook ?? rulebookOn(today);
