import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { When } from '../../infra/local/schedule/expression.ts';
import { startTimer, type Timer } from '../../infra/local/schedule/timer.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let timer: Timer | undefined;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-01-01T12:00:00Z') });
});
afterEach(() => {
  timer?.stop();
  vi.useRealTimers();
});

/** Starts a timer and answers how often it has run. */
function started(when: When, timezone = 'UTC'): () => number {
  const run = vi.fn();
  timer = startTimer(when, timezone, run);
  return () => run.mock.calls.length;
}

describe('a timer', () => {
  it.each([1, 24, 25, 30, 100])('that comes every %i days comes then, again and again, and not before', (days) => {
    const times = started({ everyMs: days * day });
    for (const time of [1, 2, 3]) {
      vi.advanceTimersByTime(days * day - 1);
      expect(times()).toBe(time - 1);
      vi.advanceTimersByTime(1);
      expect(times()).toBe(time);
    }
  });

  it('comes by the clock of its time zone', () => {
    const times = started({ pattern: '0 0 8 * * ? *' }, 'Asia/Shanghai');
    vi.advanceTimersByTime(12 * 60 * minute - 1);
    expect(times()).toBe(0);
    vi.advanceTimersByTime(minute);
    expect(times()).toBe(1);
  });

  it.each<[When, number]>([
    [{ everyMs: 40 * day }, 40],
    [{ everyMs: day }, 1],
    [{ pattern: '0 0 8 * * ? *' }, 1],
  ])('comes no more once it is stopped: %j', (when, days) => {
    const times = started(when);
    vi.advanceTimersByTime(days * day);
    expect(times()).toBe(1);
    timer?.stop();
    vi.advanceTimersByTime(3 * days * day);
    expect(times()).toBe(1);
  });
});
