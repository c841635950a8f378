import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePace } from '../../functions/_notification/pace.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** When each of so many mails may go, in milliseconds from now. */
async function departures(mailsAMinute: number, count: number, onWait = () => undefined): Promise<readonly number[]> {
  const start = Date.now();
  const pace = makePace(mailsAMinute, onWait);
  const times = Array.from({ length: count }, async () => {
    await pace();
    return Date.now() - start;
  });
  await vi.runAllTimersAsync();
  return Promise.all(times);
}

/** The most that fall into any one minute. */
const mostInAMinute = (times: readonly number[]): number =>
  Math.max(...times.map((first) => times.filter((time) => time >= first && time < first + 60_000).length));

describe('the pace of one Lambda that mails', () => {
  it.each([
    [140, 50],
    [600, 500],
    [160, 90],
  ])('keeps within its seventh of %i mails a minute', async (mailsAMinute, count) => {
    const most = mostInAMinute(await departures(mailsAMinute, count));
    expect(most).toBeLessThanOrEqual(mailsAMinute / 7);
    expect(most).toBeGreaterThan(mailsAMinute / 10);
  });

  it('lets a few go at once, and tells of each that waits', async () => {
    const onWait = vi.fn();
    const times = await departures(600, 40, onWait);
    expect(times.filter((time) => time === 0)).toHaveLength(14);
    expect(onWait).toHaveBeenCalledTimes(26);
  });
});
