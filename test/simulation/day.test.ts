import { describe, expect, test } from 'vitest';
import { burstBegins, hourly, rateAt } from '../../infra/simulation/day.ts';
import { Index } from '../../infra/simulation/index-state.ts';
import { postClasses, worksAt } from '../../infra/simulation/post-classes.ts';
import { postCosts } from '../../infra/simulation/post-cost.ts';
import type { Setup } from '../../infra/simulation/setup.ts';
import { simulate } from '../../infra/simulation/simulate.ts';
import { heatOf, usesOf } from '../../infra/simulation/uses.ts';
import { figures, smallZone } from './small-zone.ts';

const idle = { postsASecond: 1, environments: 1, batch: 1 };
const coming = (setup: Setup, each: number) => postClasses(setup).map(() => ({ many: each, prompt: each }));
const peakOf = (day: ReturnType<typeof simulate>, resource: string) =>
  day.peaks.find((peak) => peak.resource === resource);

describe('a day', () => {
  test('has as many posts as its mean says, and more in its burst', () => {
    expect(hourly.reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(24);
    const burst = { times: 3, minutes: 10 };
    expect(rateAt(burstBegins, burst)).toBeCloseTo(3 * rateAt(burstBegins - 1, burst));
    expect(rateAt(burstBegins + 600, burst)).toBe(rateAt(burstBegins - 1, burst));
  });

  test('of little work leaves nobody waiting and nothing full', () => {
    const { hours, peaks } = simulate(smallZone({ figures: figures({ lookMs: 100 }) }));
    const posts = hours.reduce((sum, line) => sum + line.posts, 0);
    expect(Math.abs(posts - 86_400)).toBeLessThan(5 * Math.sqrt(86_400));
    expect(hours.reduce((sum, line) => sum + line.judged, 0)).toBeCloseTo(posts);
    expect(Math.max(...hours.map(({ ages }) => ages.prompt))).toBeLessThan(120);
    expect(peaks.filter(({ fullAt }) => fullAt !== undefined)).toEqual([]);
    // A post is busy for 100 ms: at the mean a tenth of an environment.
    const runs = hours.reduce((sum, line) => sum + line.runs, 0) / 24;
    expect(runs).toBeCloseTo(0.1, 2);
  });

  test('is the same for the same seed, and another for another', () => {
    expect(simulate(smallZone())).toEqual(simulate(smallZone()));
    expect(simulate(smallZone({ seed: 2 }))).not.toEqual(simulate(smallZone()));
  });
});

describe('a domain that is asked for more than its partition gives', () => {
  // A million rows of 180 bytes are 43,946 read units, and of 135 bytes 32,959; nothing is kept.
  const hot = smallZone({ market: { ...smallZone().market, offers: 1e6, demands: 1e6 }, postsPerSecond: 20 });

  test('is as hot as what is read of it in a second, over 3,000', () => {
    const works = worksAt(hot, new Index(hot), idle);
    const heat = heatOf(hot, postClasses(hot), works, coming(hot, 0.1));
    expect(heat.reads).toEqual([4394.6, 3295.9].map((units) => expect.closeTo(units, 1)));
    const uses = usesOf(hot, works, coming(hot, 0.1), heat, 0);
    expect(uses.partitionReads).toBeCloseTo(4394.6 / 3000, 3);
    expect(uses.indexReads).toBeCloseTo((4394.6 + 3295.9) / 40_000, 3);
  });

  test('has its posts wait ever longer, and judges no more than the partition gives', () => {
    const { hours, peaks } = simulate(hot);
    expect(peakOf({ hours, peaks }, 'partitionReads')).toMatchObject({ fullAt: 0, use: expect.any(Number) });
    expect(peakOf({ hours, peaks }, 'partitionReads')?.use).toBeGreaterThan(1);
    for (const [at, { ages }] of hours.entries()) {
      if (at > 0) expect(ages.prompt).toBeGreaterThan(hours[at - 1]?.ages.prompt ?? 0);
    }
    // Five at a time share a reading: each costs (1 - 0.5^5) / (5 · 0.5) of one, as half of the posts are of the other kind.
    const shared = (1 - 0.5 ** 5) / 2.5;
    const most = (3000 / (43_946 * shared) + 3000 / (32_959 * shared)) * 3600;
    for (const { judged } of hours.slice(1)) expect(judged).toBeLessThan(most * 1.001);
    expect(hours.at(-1)?.judged).toBeGreaterThan(most * 0.95);
  });

  test('is cooler by as much as it is spread over more partitions', () => {
    const spread = { ...hot, shards: 4 };
    const heatAt = (setup: Setup) => {
      const works = worksAt(setup, new Index(setup), idle);
      const heat = heatOf(setup, postClasses(setup), works, coming(setup, 0.1));
      return usesOf(setup, works, coming(setup, 0.1), heat, 0).partitionReads;
    };
    expect(heatAt(spread)).toBeCloseTo(heatAt(hot) / 4, 3);
  });

  test('is cool where the matcher keeps it and reads what has changed alone', () => {
    const warm = { ...hot, postsPerSecond: 2, figures: figures({ keptRows: 3e6 }) };
    const { hours, peaks } = simulate(warm);
    expect(peakOf({ hours, peaks }, 'partitionReads')?.fullAt).toBeUndefined();
    expect(hours.reduce((sum, { judged, posts }) => sum + posts - judged, 0)).toBeCloseTo(0);
  });

  test('is written by each post: four units of a partition', () => {
    const works = worksAt(hot, new Index(hot), idle);
    const heat = heatOf(hot, postClasses(hot), works, coming(hot, 300));
    expect(heat.writes).toEqual([1200, 1200]);
    expect(usesOf(hot, works, coming(hot, 300), heat, 0).partitionWrites).toBeCloseTo(1.2);
  });
});

describe('the matcher', () => {
  test('judges no more at a time than it has runs, and lets the others wait', () => {
    // A post keeps an environment busy for five seconds: two take 0.4 posts a second.
    const busy = smallZone({ matcherRuns: { prompt: 2, overflow: 2 }, figures: figures({ lookMs: 5000 }) });
    const { hours, peaks } = simulate(busy);
    expect(Math.max(...hours.map(({ judged }) => judged))).toBeLessThanOrEqual(0.4 * 3600 * 1.0001);
    expect(hours.at(10)?.judged).toBeCloseTo(1440);
    expect(peakOf({ hours, peaks }, 'promptRuns')?.fullAt).toBeDefined();
  });

  test('leaves to other runs what is above a domain’s share of a minute', () => {
    // 30 a minute of each kind are judged at once; of a mean of 1 a second of each kind the rest waits behind.
    const shared = smallZone({ postsPerSecond: 2, promptListingsAMinute: 60, figures: figures({ lookMs: 10 }) });
    const works = worksAt(shared, new Index(shared), idle);
    const two = postClasses(shared).map(() => ({ many: 1, prompt: 0.5 }));
    const uses = usesOf(shared, works, two, heatOf(shared, postClasses(shared), works, two), 0);
    expect(uses.promptRuns).toBeCloseTo((2 * 0.5 * 0.01) / 10);
    expect(uses.overflowRuns).toBeCloseTo((2 * 0.5 * 0.01) / 5);
    const { hours } = simulate(shared);
    expect(hours.reduce((sum, { judged, posts }) => sum + posts - judged, 0)).toBeCloseTo(0);
  });

  test('leaves the pairs of a listing that are more than one run takes to runs for its parts', () => {
    const broad = smallZone({
      open: { pairs: 800 },
      pairsAtOnce: 500,
      figures: figures({ pairMs: 1, recordWrites: 10 }),
    });
    const [work] = worksAt(broad, new Index(broad), idle);
    expect(work).toMatchObject({
      whole: { open: 500, recordWrites: 5000, ms: expect.closeTo(500) },
      rest: { open: 300, recordWrites: 3000, ms: expect.closeTo(300) },
    });
    const { hours } = simulate(broad);
    const writes = hours.reduce((sum, { writeUnits }) => sum + writeUnits, 0);
    const posts = hours.reduce((sum, line) => sum + line.posts, 0);
    expect(writes / posts / (8000 + 26)).toBeCloseTo(1, 2);
  });

  test('looks at what a market has: a share of the candidates, or so many', () => {
    const share = smallZone({ open: { share: 0.2 } });
    expect(worksAt(share, new Index(share), idle)[0]?.whole.open).toBeCloseTo(200);
    const few = smallZone({ market: { ...share.market, demands: 7 }, open: { pairs: 100 } });
    expect(worksAt(few, new Index(few), idle)[0]?.whole.open).toBe(7);
  });
});

test('a table of matches that takes 40,000 units a second takes as many posts as that are', () => {
  // 1,000 records of 20 units: two posts a second.
  const writing = smallZone({
    market: { ...smallZone().market, offers: 5000, demands: 5000 },
    postsPerSecond: 40,
    open: { pairs: 1000 },
    pairsAtOnce: 1000,
    figures: figures({ recordWrites: 20, pairReads: 0, recordReads: 0 }),
  });
  const day = simulate(writing);
  expect(peakOf(day, 'recordWrites')?.fullAt).toBeLessThan(60);
  for (const { judged } of day.hours) expect(judged).toBeCloseTo(7200, 3);
});

test('a post that is judged alone takes what its candidates, pairs and parts take, with the index in memory and without', () => {
  const setup = smallZone({
    open: { pairs: 800 },
    figures: figures({
      offerRowBytes: 4096,
      demandRowBytes: 4096,
      coldMicros: 1000,
      warmMicros: 100,
      pairMs: 1,
      pairReads: 2,
      recordReads: 1,
      recordWrites: 10,
    }),
  });
  const { candidates, cold, warm } = postCosts(setup);
  expect(candidates).toBe(1000);
  // Two parts look at 1,000 candidates each, and 800 pairs are judged.
  expect(warm.ms).toBeCloseTo(2 * 100 + 800, -1);
  expect(cold.ms - warm.ms).toBeCloseTo(1000, -1);
  expect(cold.indexReads - warm.indexReads).toBeCloseTo(1000, -1);
  expect(cold).toMatchObject({ pairReads: 2400, recordWrites: 8000 });
});
