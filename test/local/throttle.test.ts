import { describe, expect, it } from 'vitest';
import { makeThrottle } from '../../infra/local/http/throttle.ts';

const passed = (throttle: (nowMs: number) => boolean, nowMs: number, requests: number): number =>
  Array.from({ length: requests }, () => throttle(nowMs)).filter(Boolean).length;

describe('the throttle of the API', () => {
  it('lets a burst through, and then as many a second as its rate', () => {
    const throttle = makeThrottle(10, 25);
    expect(passed(throttle, 0, 100)).toBe(25);
    expect(passed(throttle, 500, 100)).toBe(5);
    expect(passed(throttle, 1500, 100)).toBe(10);
  });

  it('saves up no more than a burst', () => {
    const throttle = makeThrottle(10, 25);
    expect(passed(throttle, 0, 25)).toBe(25);
    expect(passed(throttle, 3_600_000, 100)).toBe(25);
  });
});
