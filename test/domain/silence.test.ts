import { describe, expect, it } from 'vitest';
import { isHintDue, weeksBetween } from '../../domain/report/silence.ts';
import { CalendarDay } from '../../domain/time.ts';

const day = (text: string): CalendarDay => CalendarDay.parse(text);

describe('a buyer whose demand found nothing', () => {
  it('is told what would help after two weeks, and then ever more seldom', () => {
    const due = Array.from({ length: 70 }, (_, weeks) => weeks).filter(isHintDue);
    expect(due).toEqual([2, 4, 8, 16, 32, 64]);
  });

  it('is told so once in each of those weeks, on whichever day they begin', () => {
    for (const since of ['2026-11-23', '2026-11-25', '2026-11-29']) {
      const mondays = ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28'];
      const due = mondays.filter((monday) => isHintDue(weeksBetween(day(since), day(monday))));
      expect(due).toHaveLength(2);
    }
  });
});
