import { describe, expect, it } from 'vitest';
import { type Figure, figureLines, isKept } from '../../infra/bench/figure.ts';
import { bytesOf } from '../../infra/bench/fill-index.ts';
import { measureJudging } from '../../infra/bench/judging.ts';
import { makeBenchMarket } from '../../infra/bench/market.ts';
import { percentileOf } from '../../infra/bench/measuring.ts';
import { processorTime, takenBetween } from '../../infra/bench/processor-time.ts';
import { readSettings } from '../../infra/bench/settings.ts';
import { median } from '../../infra/build-report/import-time.ts';

describe('the figures of a bench', () => {
  const figure: Figure = { part: 'judge', what: 'compiled judge', value: 1234.5, unit: 'times', atLeast: 200 };

  it('say whether each target is kept, and print as a table', () => {
    const missed = { ...figure, value: 1.2345, atLeast: 2 };
    const unbound: Figure = { part: 'zone', what: 'post to mail', value: 0.25, unit: 's' };
    expect([figure, missed, unbound].map(isKept)).toEqual([true, false, undefined]);
    expect(isKept({ ...unbound, atMost: 0.2 })).toBe(false);
    expect(figureLines([figure, missed, { ...unbound, atMost: 0.3 }])).toEqual([
      'judge  compiled judge  1,235 times  at least 200: kept',
      'judge  compiled judge  1.23 times   at least 2: missed',
      'zone   post to mail    0.25 s       at most 0.3: kept',
    ]);
  });

  it('take the middle, and the value that so many of a hundred do not exceed', () => {
    expect(median([9, 1, 5])).toBe(5);
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([50, 95, 100].map((percent) => percentileOf(hundred, percent))).toEqual([50, 95, 100]);
    expect(percentileOf([7], 50)).toBe(7);
  });

  it('count a row of the index as DynamoDB does: names and values', () => {
    const item = { domain: { S: 'offer#66' }, c: { B: new Uint8Array(40) }, v: { N: '12' } };
    expect(bytesOf({ item, partition: 'offer#66' })).toBe(6 + 8 + 1 + 40 + 1 + 2);
  });

  it('count the processor’s time of this process, and none twice', () => {
    const before = processorTime();
    let sum = 0;
    for (let at = 0; at < 3e7; at++) sum += Math.sqrt(at);
    const { surroundings } = takenBetween(before, processorTime());
    expect(sum).toBeGreaterThan(0);
    expect(surroundings).toBeGreaterThan(0.005);
  });
});

describe('a made-up market', () => {
  it('is the same for the same seed, and another for another', () => {
    const market = makeBenchMarket({ demands: 50, offers: 5, seed: 3 });
    expect(makeBenchMarket({ demands: 50, offers: 5, seed: 3 })).toEqual(market);
    expect(makeBenchMarket({ demands: 50, offers: 5, seed: 4 }).demands[0]).not.toEqual(market.demands[0]);
    expect(new Set(market.demands.map(({ id }) => id)).size).toBe(50);
  });

  it('is judged by the scan and by the compiled judge alike, or no speed is told', () => {
    const told: string[] = [];
    const figures = measureJudging(2000, (sentence) => told.push(sentence));
    expect(figures.map(({ what }) => what)).toContain('best demands by the index against a scan of objects');
    expect(figures.every(({ value }) => value > 0)).toBe(true);
    expect(told.length).toBeGreaterThan(3);
  });
});

describe('what is asked of a bench', () => {
  it('is everything where nothing is said', () => {
    expect(readSettings([])).toMatchObject({
      parts: ['judge', 'reads', 'zone', 'bundles'],
      demands: [100_000, 1_000_000],
      listings: [10_000, 100_000, 1_000_000],
      posts: 200,
    });
  });

  it.each([
    [['--parts', 'speed'], '--parts speed: there is judge, reads, zone, bundles.'],
    [['--demands', '10'], '--demands 10: it must be a whole number from 1000 to 3000000.'],
    [['--posts', 'many'], '--posts many: it must be a whole number from 10 to 100000.'],
    [['--listings', '5000,'], '--listings : it must be a whole number from 1000 to 3000000.'],
  ])('is refused with a sentence where it is %j', (args, sentence) => {
    expect(() => readSettings(args)).toThrow(sentence);
  });
});
