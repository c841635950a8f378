import { LocalFailure } from '../local-failure.ts';

/** When a schedule runs: every so many milliseconds, or by a cron pattern in the form that croner reads. */
export type When = { readonly everyMs: number } | { readonly pattern: string };

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads `rate(15 minutes)` and `cron(0 8 * * ? *)`, as EventBridge Scheduler writes them. */
export function parseExpression(expression: string): When {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate?.[1] && rate[2]) return { everyMs: Number(rate[1]) * (unitMs[rate[2]] ?? 0) };
  const [minute, hour, day, month, weekday, year, ...more] = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(/\s+/) ?? [];
  if (minute && hour && day && month && weekday && year && more.length === 0) {
    // Seconds first and the year last; EventBridge's "no specific value" is croner's "any".
    return { pattern: `0 ${minute} ${hour} ${day} ${month} ${weekday} ${year}`.replaceAll('?', '*') };
  }
  throw new LocalFailure(`The local zone cannot read the schedule ${expression}.`);
}
