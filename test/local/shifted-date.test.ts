import { describe, expect, it } from 'vitest';
import { machineClock } from '../../functions/_adapters/machine-clock.ts';
import { shiftedDate } from '../../infra/local/lambda/shifted-date.ts';

const day = 86_400_000;

describe('the clock of a zone that is ahead', () => {
  const Shifted = shiftedDate(Date, () => day);
  const isTomorrow = (moment: number) => Math.abs(moment - Date.now() - day) < 60_000;

  it('is told wherever the time is asked for', () => {
    expect(isTomorrow(Shifted.now())).toBe(true);
    expect(isTomorrow(new Shifted().getTime())).toBe(true);
    expect(isTomorrow(Date.parse(Shifted()))).toBe(true);
  });

  it('changes nothing of dates made from something', () => {
    expect(new Shifted(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(new Shifted(2026, 0, 2).getDate()).toBe(2);
    expect(Shifted.parse('2026-01-01T00:00:00Z')).toBe(Date.UTC(2026, 0, 1));
    expect(new Shifted() instanceof Date).toBe(true);
    class Own extends Shifted {}
    expect(isTomorrow(new Own().getTime())).toBe(true);
  });

  it('is not the clock of the machine, by which writers and readers of the index meet', () => {
    const global = globalThis.Date;
    try {
      globalThis.Date = Shifted;
      expect(Math.abs(Date.now() - Date.parse(machineClock()) - day)).toBeLessThan(60_000);
    } finally {
      globalThis.Date = global;
    }
  });
});
