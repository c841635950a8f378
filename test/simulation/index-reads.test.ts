import { describe, expect, test } from 'vitest';
import { divisionsOf, zipfShares } from '../../infra/simulation/market.ts';
import { coldPages, coldUnits, journalUnits } from '../../infra/simulation/partition-reads.ts';
import { anewShare, keptShares, sharedReading } from '../../infra/simulation/warmth.ts';
import { figures } from './small-zone.ts';

const sized = figures({ offerRowBytes: 180, demandRowBytes: 135, journalExtraBytes: 45, journalSeconds: 50 });
const partition = { kind: 'offer', rows: 1000, shards: 1, writesASecond: 2 } as const;

describe('reading a partition of the index', () => {
  test('takes a read unit for each 4 KiB of its rows, and one where there are none', () => {
    // 180,000 bytes are 43.9 times 4,096.
    expect(coldUnits(partition, sized)).toBe(44);
    expect(coldUnits({ ...partition, kind: 'demand' }, sized)).toBe(33);
    expect(coldUnits({ ...partition, rows: 0 }, sized)).toBe(1);
  });

  test('takes at least one of each partition that it is spread over', () => {
    // Each quarter is 45,000 bytes, 10.99 units.
    expect(coldUnits({ ...partition, shards: 4 }, sized)).toBe(44);
    expect(coldUnits({ ...partition, rows: 10, shards: 4 }, sized)).toBe(4);
  });

  test('takes of one that is kept what was written since, and for a while before', () => {
    // 2 a second for 60 seconds are 120 rows of 225 bytes, 6.6 units.
    expect(journalUnits(partition, 10, sized)).toBe(7);
    expect(journalUnits({ ...partition, writesASecond: 0 }, 10, sized)).toBe(1);
  });

  test('takes a page for each megabyte', () => {
    expect(coldPages({ ...partition, rows: 10_000 }, sized)).toBe(2);
    expect(coldPages({ ...partition, rows: 10_000, shards: 2 }, sized)).toBe(1);
  });
});

describe('what a warm matcher keeps', () => {
  test('is everything where there is room', () => {
    expect(
      keptShares(
        [
          { rows: 60, visits: 0.9 },
          { rows: 40, visits: 0.1 },
        ],
        100,
      ),
    ).toEqual([1, 1]);
  });

  test('is half of two partitions that are read as often, where there is room for one', () => {
    const [one = 0, other = 0] = keptShares(
      [
        { rows: 100, visits: 0.5 },
        { rows: 100, visits: 0.5 },
      ],
      100,
    );
    expect(one).toBeCloseTo(0.5);
    expect(other).toBeCloseTo(0.5);
  });

  test('is rather what is read often, and never what alone is too large', () => {
    const [often = 0, seldom = 0, large] = keptShares(
      [
        { rows: 80, visits: 0.9 },
        { rows: 80, visits: 0.1 },
        { rows: 101, visits: 1 },
      ],
      100,
    );
    expect(often).toBeGreaterThan(0.85);
    expect(seldom).toBeLessThan(0.5);
    expect(80 * often + 80 * seldom).toBeCloseTo(100);
    expect(large).toBe(0);
  });

  test('is read anew now and then: once in so many readings as are made meanwhile', () => {
    expect(anewShare(1, figures({ readAnewSeconds: 1800 }))).toBeCloseTo(1 / 1801);
    expect(anewShare(0, figures({ readAnewSeconds: 1800 }))).toBe(1);
  });

  test('is read once by a batch that needs it', () => {
    expect(sharedReading(1, 5)).toBeCloseTo(0.2);
    expect(sharedReading(0.5, 1)).toBeCloseTo(1);
    // Of two posts that each need it at every second time, three quarters of the pairs need it, and one reading then.
    expect(sharedReading(0.5, 2)).toBeCloseTo(0.75);
  });
});

describe('the divisions of a market', () => {
  test('have listings by Zipf’s law', () => {
    const shares = zipfShares(3, 1);
    expect(shares).toEqual([6 / 11, 3 / 11, 2 / 11].map((share) => expect.closeTo(share)));
    expect(zipfShares(4, 0)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  test('are the 97 of GB/T 4754, each related to itself, the large ones as the seed has it', () => {
    const divisions = divisionsOf(1, 1);
    expect(divisions).toHaveLength(97);
    for (const [place, { related }] of divisions.entries()) expect(related).toContain(place);
    expect(divisionsOf(1, 1)).toEqual(divisions);
    expect(divisionsOf(1, 2).map(({ code }) => code)).not.toEqual(divisions.map(({ code }) => code));
  });
});
