import { describe, expect, test } from 'vitest';
import { prices } from '../../infra/cost/prices/prices.ts';
import { guessesIn, measuredFigures, readFigures, valuesOf } from '../../infra/simulation/figures.ts';
import { costOf } from '../../infra/simulation/hour-cost.ts';
import { chartLines, dayJson, dayLines, hourTable, spoken } from '../../infra/simulation/report.ts';
import { firstToFill, takesOf } from '../../infra/simulation/saturation.ts';
import { readSettings } from '../../infra/simulation/settings.ts';
import { smallZone } from './small-zone.ts';

const hour = {
  hour: 9,
  posts: 3600,
  judged: 1800,
  hottest: { name: 'offer 66', reads: 1.5, writes: 0.1 },
  runs: 4,
  mostRuns: 10,
  ages: { prompt: 90, overflow: 600, mails: 9000 },
  readUnits: 2e6,
  writeUnits: 1e6,
  lambdaGbSeconds: 1000,
  lambdaRuns: 5e6,
};
const busy = { resource: 'recordWrites', use: 4, postsASecond: 2, fullAt: 37_800 } as const;
const idle = { resource: 'mails', use: 0.5, postsASecond: 2, fullAt: undefined } as const;
const beijing = prices['cn-north-1'];
const costs = {
  candidates: 2000,
  cold: { ms: 9000, indexReads: 80, pairReads: 300, recordWrites: 150 },
  warm: { ms: 400, indexReads: 2, pairReads: 300, recordWrites: 150 },
};

describe('what saturates first', () => {
  test('is said in both languages, with the time, what was asked for and what it takes', () => {
    expect(takesOf(busy)).toBe(0.5);
    expect(firstToFill([idle, busy])).toEqual([
      {
        zh: '最先饱和的是撮合结果表的写入配额：自 10:30 起不足，最忙时需要 400 %，约可承受每秒 0.5 次发布。',
        en: 'First to saturate is the write quota of the table of matches: too little from 10:30 on, 400 % asked for at the busiest moment; it takes some 0.5 posts a second.',
      },
    ]);
  });

  test('is what was full before the others, not what was asked for most later', () => {
    const later = { ...idle, use: 9, fullAt: 40_000 };
    expect(firstToFill([later, busy])[0]?.en).toContain('table of matches');
    expect(firstToFill([later, { ...busy, fullAt: 40_000 }])[0]?.en).toContain('mails');
  });

  test('is said of the limits of AWS as well, where it is a setting of the zone’s own', () => {
    const [own, aws] = firstToFill([{ ...idle, use: 9, fullAt: 0 }, busy]);
    expect(own?.en).toContain('mailsAMinute');
    expect(aws?.zh).toMatch(/^仅就 AWS 的限额而言，最先饱和的是撮合结果表/);
    expect(aws?.en).toMatch(/^Of what AWS limits: First to saturate is the write quota of the table of matches/);
  });

  test('is what would, where nothing does', () => {
    const [first] = firstToFill([{ ...busy, use: 0.2, fullAt: undefined }, idle]);
    expect(first?.zh).toBe(
      '没有饱和。最先会饱和的是邮件速率（mailsAMinute）：最忙时用到 50 %，约可承受每秒 4 次发布。',
    );
    expect(first?.en).toMatch(/^Nothing saturates\. First would be mails that leave the zone \(mailsAMinute\): 50 %/);
  });
});

describe('the report of a day', () => {
  const day = { hours: [hour], peaks: [busy, idle] };

  test('has a line an hour: what was posted and judged, the hottest partition, runs, ages, units, money', () => {
    const [, , line = ''] = hourTable(day, beijing);
    const cells = line.split('|').map((cell) => cell.trim());
    const cost = costOf(hour, beijing).toLocaleString('en', { maximumSignificantDigits: 3 });
    const ages = ['90 s', '10 min', '2.5 h'];
    expect(cells.slice(1, -1)).toEqual([
      '09',
      '1',
      '0.5',
      'offer 66',
      '150 %',
      '10 %',
      '4',
      '10',
      ...ages,
      '2',
      '1',
      cost,
    ]);
  });

  test('costs what its units cost', () => {
    const { tableReads, tableWrites, lambdaRequests, lambdaTime, apiRequests, queueRequests } = beijing.of;
    expect(costOf(hour, beijing)).toBeCloseTo(
      2 * tableReads.amount +
        tableWrites.amount +
        5 * lambdaRequests.amount +
        1000 * lambdaTime.amount +
        0.0036 * apiRequests.amount +
        0.0054 * queueRequests.amount,
    );
  });

  test('draws what was posted and judged, and marks what is a guess', () => {
    expect(chartLines(day)).toEqual(['posted  █', 'judged  ▄']);
    const lines = dayLines(day, costs, beijing, ['pageMs']);
    expect(lines.at(-1)).toMatch(/^Guesses, of which nobody has measured one: pageMs, the curve of the day/);
    expect(lines).toContain(
      'A post has 2,000 candidates in the mean and takes 80 read units of the index and 9,000 ms of a matcher that knows nothing of the index, 2 read units of the index and 400 ms of one that keeps it; 300 read units of pairs and records, and 150 write units of records.',
    );
    expect(lines.join('\n')).toMatch(
      /400 % {2}full from 10:30 +0\.5 posts\/s {2}the write quota of the table of matches/,
    );
  });

  test('is data for a script, too', () => {
    const { first, hours, peaks, post, setup } = dayJson(day, costs, beijing, smallZone());
    expect(hours[0]).toMatchObject({ hour: 9, cost: costOf(hour, beijing) });
    expect(peaks[0]).toMatchObject({ resource: 'recordWrites', takesPostsASecond: 0.5 });
    expect(first[0]?.en).toMatch(/^First to saturate/);
    expect(setup).toMatchObject({ offers: 1000, shards: 1 });
    expect(post).toEqual(costs);
  });

  test.each([
    [0, '0 s'],
    [119, '119 s'],
    [120, '2 min'],
    [7199, '120 min'],
    [7200, '2.0 h'],
  ])('says of %i seconds %s', (seconds, said) => {
    expect(spoken(seconds)).toBe(said);
  });
});

describe('the figures that are calculated with', () => {
  test('say each where it is from, and which are guesses', () => {
    expect(valuesOf(measuredFigures).pairReads).toBe(1.85);
    expect(guessesIn(measuredFigures)).toContain('pageMs');
    expect(guessesIn(measuredFigures)).not.toContain('pairReads');
  });

  test('are not read where one is missing, is unknown, or is from nowhere', () => {
    const { pageMs, ...others } = measuredFigures.figures;
    const read = (figures: unknown) => () => readFigures({ ...measuredFigures, figures });
    expect(read(others)).toThrow(/pageMs/);
    expect(read({ ...others, pageMs, pages: pageMs })).toThrow(/pages/);
    expect(read({ ...others, pageMs: { ...pageMs, source: '' } })).toThrow(/source/);
    expect(read({ ...others, pageMs: { ...pageMs, from: 'hearsay' } })).toThrow(/from/);
    expect(read({ ...others, pageMs })()).toEqual(measuredFigures);
  });
});

describe('what is simulated', () => {
  const setupOf = (args: readonly string[]) => {
    const settings = readSettings(args);
    return settings === 'help' ? undefined : settings.setup(valuesOf(measuredFigures));
  };

  test('is what the zone’s record says, where nothing else is said', () => {
    expect(setupOf([])).toMatchObject({
      market: { offers: 1e6, demands: 1e6 },
      postsPerSecond: 50,
      open: { pairs: 100 },
      matcherRuns: { prompt: 10, overflow: 5 },
      mailsAMinute: 600,
      shards: 1,
    });
    const said = [
      '--prompt-runs',
      '200',
      '--rows-kept',
      '3e6',
      '--open-share',
      '0.01',
      '--shards',
      '8',
      '--near-pairs',
      '9',
    ];
    expect(setupOf(said)).toMatchObject({
      matcherRuns: { prompt: 200, overflow: 5 },
      open: { share: 0.01 },
      shards: 8,
      figures: { keptRows: 3e6, mostNear: 9 },
    });
  });

  test.each([
    [['--offers', 'many'], '--offers many is no number from 1 to 1000000000.'],
    [['--demands', '0'], '--demands 0 is no number from 1 to 1000000000.'],
    [['--posts-per-second', ''], '--posts-per-second  is no number from 0.001 to 100000.'],
    [['--shards', '1.5'], '--shards 1.5 is no whole number from 1 to 64.'],
    [['--prompt-runs', '1'], '--prompt-runs 1 is no whole number from 2 to 1000.'],
    [['--open-share', '2'], '--open-share 2 is no number from 0 to 1.'],
    [['--open-share', '0.1', '--open-pairs', '5'], '--open-pairs and --open-share do not go together.'],
    [['--zone', 'nowhere'], 'nowhere'],
    [['--speed', '9'], '--speed'],
  ])('is not %j', (args, sentence) => {
    expect(() => readSettings(args)).toThrow(sentence);
  });
});
