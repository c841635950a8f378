import { Cron } from 'croner';
import { cronOptions, type When } from './expression.ts';

export type Timer = { stop(): void };

/** The longest that Node's own timers wait, in milliseconds; at more they fire at once (Node.js documentation, "setTimeout"). */
const longestWait = 2 ** 31 - 1;

function startRate(everyMs: number, run: () => void): Timer {
  let timer: NodeJS.Timeout;
  const wait = (left: number): void => {
    const step = Math.min(left, longestWait);
    timer = setTimeout(() => {
      if (left === step) run();
      wait(left === step ? everyMs : left - step);
    }, step);
  };
  wait(everyMs);
  return { stop: () => clearTimeout(timer) };
}

/** Runs something at its times, by the clock of a time zone, until it is stopped. */
export function startTimer(when: When, timezone: string, run: () => void): Timer {
  return 'pattern' in when ? new Cron(when.pattern, { ...cronOptions, timezone }, run) : startRate(when.everyMs, run);
}
