import { Cron } from 'croner';
import { describe, expect, it } from 'vitest';
import { LocalFailure } from '../../infra/local/local-failure.ts';
import { cronOptions, parseExpression } from '../../infra/local/schedule/expression.ts';

/** When an expression would run next, after a Thursday noon. */
function nextOf(expression: string, timezone = 'UTC'): string | undefined {
  const when = parseExpression(expression);
  if (!('pattern' in when)) throw new Error(`${expression} is no cron`);
  const cron = new Cron(when.pattern, { ...cronOptions, timezone, paused: true });
  return cron.nextRun(new Date('2026-01-01T12:00:00Z'))?.toISOString();
}

describe('a schedule', () => {
  it.each<[string, number]>([
    ['rate(1 minute)', 60_000],
    ['rate(15 minutes)', 900_000],
    ['rate(2 hours)', 7_200_000],
    ['rate(30 days)', 2_592_000_000],
  ])('%s comes every %i milliseconds', (expression, everyMs) => {
    expect(parseExpression(expression)).toEqual({ everyMs });
  });

  it.each<[string, string]>([
    ['cron(0 8 * * ? *)', '2026-01-02T08:00:00.000Z'],
    ['cron(0/15 * * * ? *)', '2026-01-01T12:15:00.000Z'],
    ['cron(5/20 13 * * ? *)', '2026-01-01T13:05:00.000Z'],
    ['cron(0 8 1 * ? *)', '2026-02-01T08:00:00.000Z'],
    ['cron(0 8 L * ? *)', '2026-01-31T08:00:00.000Z'],
    ['cron(30 9 ? 3,6 MON *)', '2026-03-02T09:30:00.000Z'],
    // EventBridge counts the days of the week from 1, a Sunday, to 7, a Saturday.
    ['cron(0 8 ? * 1 *)', '2026-01-04T08:00:00.000Z'],
    ['cron(0 8 ? * SUN *)', '2026-01-04T08:00:00.000Z'],
    ['cron(0 8 ? * 2 *)', '2026-01-05T08:00:00.000Z'],
    ['cron(0 8 ? * 2-6 *)', '2026-01-02T08:00:00.000Z'],
    ['cron(0 8 ? * MON-FRI *)', '2026-01-02T08:00:00.000Z'],
    ['cron(0 8 ? * 7 *)', '2026-01-03T08:00:00.000Z'],
    ['cron(0 8 ? * 2,7 *)', '2026-01-03T08:00:00.000Z'],
    ['cron(0 8 ? * 3#2 *)', '2026-01-13T08:00:00.000Z'],
    ['cron(0 8 ? * TUE#2 *)', '2026-01-13T08:00:00.000Z'],
    // The last Friday of a month, and the last day of a week.
    ['cron(0 8 ? * 6L *)', '2026-01-30T08:00:00.000Z'],
    ['cron(0 8 ? * L *)', '2026-01-03T08:00:00.000Z'],
    // The weekday next to the 15th, a Sunday.
    ['cron(0 8 15W 2 ? *)', '2026-02-16T08:00:00.000Z'],
    ['cron(0 0 1 1 ? 2030)', '2030-01-01T00:00:00.000Z'],
  ])('%s runs next at %s', (expression, next) => {
    expect(nextOf(expression)).toBe(next);
  });

  it('runs by the clock of its time zone', () => {
    expect(nextOf('cron(0 8 * * ? *)', 'Asia/Shanghai')).toBe('2026-01-02T00:00:00.000Z');
  });

  it.each([
    'at(2030-01-01T00:00:00)',
    'rate(0 minutes)',
    'rate(1 second)',
    'rate(x)',
    'cron(0 8 * * *)',
    'cron(0 8 * * ? * *)',
    'cron(0 8 ? * 8 *)',
    'cron(0 8 ? * 2-8 *)',
    'cron(0 8 ? * 0 *)',
    'cron(0 8 ? * 2#6 *)',
    'cron(61 8 * * ? *)',
    'cron(0 24 * * ? *)',
    'cron(0 8 * * * *)',
    'cron(0 8 ? * ? *)',
    'cron(? 8 * * ? *)',
    'daily',
  ])('%s cannot be read, which it says', (expression) => {
    expect(() => parseExpression(expression)).toThrow(LocalFailure);
    expect(() => parseExpression(expression)).toThrow(expression);
  });
});
