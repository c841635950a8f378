import { Cron } from 'croner';
import { cronOptions, type When } from '../local/schedule/expression.ts';
import { daysAMonth } from './units.ts';

/** Four weeks of which the runs are counted: each weekday as often as the others. */
const from = new Date('2027-01-01T00:00:00.000Z');
const days = 28;
const dayMs = 86_400_000;

/** How often a schedule runs in a month, on average. */
export function runsAMonth(when: When): number {
  if ('everyMs' in when) return (daysAMonth * dayMs) / when.everyMs;
  const cron = new Cron(when.pattern, { ...cronOptions, paused: true, timezone: 'UTC' });
  const end = from.getTime() + days * dayMs;
  let count = 0;
  for (let next = cron.nextRun(from); next && next.getTime() < end; next = cron.nextRun(next)) count++;
  return (count / days) * daysAMonth;
}
