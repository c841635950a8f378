import { Cron, type CronOptions } from 'croner';
import { LocalFailure } from '../local-failure.ts';

/** When a schedule runs: every so many milliseconds, or by a cron pattern that croner reads with `cronOptions`. */
export type When = { readonly everyMs: number } | { readonly pattern: string };

/**
 * What is written otherwise in EventBridge than in crontab (EventBridge Scheduler user guide, "Schedule types"): a year is
 * always there, days of the week count from 1, a Sunday, to 7, a Saturday, and a step may follow a single value (`0/15`).
 */
export const cronOptions: CronOptions = { mode: '7-part', alternativeWeekdays: true, sloppyRanges: true };

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** The last weekday's number; croner would read an 8 as the next Sunday. Numbers after `#` and `/` name no day. */
const lastWeekday = 7;
const namesNoWeekday = (weekdays: string): boolean =>
  [...weekdays.matchAll(/(?<![#/\d])\d+/g)].some(([day]) => Number(day) > lastWeekday);

function patternOf(expression: string): string | undefined {
  const [minute, hour, day, month, weekday, year, ...more] = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(/\s+/) ?? [];
  if (!minute || !hour || !day || !month || !weekday || !year || more.length > 0) return undefined;
  // "No specific value" stands for one of the two days, and for nothing else: the other one says which days are meant.
  if ((day === '?') === (weekday === '?') || [minute, hour, month, year].includes('?')) return undefined;
  if (namesNoWeekday(weekday)) return undefined;
  const weekdays = weekday === 'L' ? String(lastWeekday) : weekday;
  return `0 ${minute} ${hour} ${day} ${month} ${weekdays} ${year}`;
}

function isReadable(pattern: string): boolean {
  try {
    new Cron(pattern, { ...cronOptions, paused: true });
    return true;
  } catch {
    return false;
  }
}

/** Reads `rate(15 minutes)` and `cron(0 8 * * ? *)`, as EventBridge Scheduler writes them. Throws LocalFailure. */
export function parseExpression(expression: string): When {
  const [, count, unit] = /^rate\(([1-9]\d*) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (count && unit) return { everyMs: Number(count) * (unitMs[unit] ?? 0) };
  const pattern = patternOf(expression);
  if (pattern !== undefined && isReadable(pattern)) return { pattern };
  throw new LocalFailure(`The local zone cannot read the schedule ${expression}.`);
}
