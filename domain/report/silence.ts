import type { CalendarDay } from '../time.ts';

const dayMs = 86_400_000;
const daysAWeek = 7;

/** Whole weeks from one day to another. */
export const weeksBetween = (from: CalendarDay, to: CalendarDay): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / dayMs / daysAWeek);

/** After how many weeks without a match a buyer is first told what would help. */
const firstWeeks = 2;

/**
 * Whether a buyer whose demand found nothing for so many weeks is to be told what would help: after two weeks, and then
 * ever more seldom, after four, eight, sixteen. Looked at once a week, each of them comes once.
 */
export const isHintDue = (weeks: number): boolean => weeks >= firstWeeks && Number.isInteger(Math.log2(weeks));
