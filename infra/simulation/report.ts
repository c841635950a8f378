import type { Prices } from '../cost/prices/price.ts';
import { costOf } from './hour-cost.ts';
import type { HourLine } from './hours.ts';
import type { PostCost, PostCosts } from './post-cost.ts';
import { firstToFill, peakLines, rounded, takesOf } from './saturation.ts';
import type { Setup } from './setup.ts';
import type { Day } from './simulate.ts';

const bars = ' ▁▂▃▄▅▆▇█';

/** A value as a bar of a character, of eight heights. */
const bar = (value: number, most: number): string =>
  bars[most > 0 ? Math.min(8, Math.ceil((value / most) * 8)) : 0] ?? ' ';

/** Some seconds as one would say them. */
export function spoken(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

const percent = (share: number): string => `${rounded(share * 100)} %`;
const millions = (value: number): string => rounded(value / 1e6);

function cellsOf(line: HourLine, prices: Prices): readonly string[] {
  const { hour, posts, judged, hottest, runs, mostRuns, ages, readUnits, writeUnits } = line;
  return [
    String(hour).padStart(2, '0'),
    rounded(posts / 3600),
    rounded(judged / 3600),
    hottest.name,
    percent(hottest.reads),
    percent(hottest.writes),
    rounded(runs),
    rounded(mostRuns),
    spoken(ages.prompt),
    spoken(ages.overflow),
    spoken(ages.mails),
    millions(readUnits),
    millions(writeUnits),
    rounded(costOf(line, prices)),
  ];
}

const titles = (currency: string): readonly string[] => [
  'hour',
  'posts/s',
  'judged/s',
  'hottest',
  'reads',
  'writes',
  'runs',
  'most',
  'prompt',
  'overflow',
  'mails',
  'M reads',
  'M writes',
  currency,
];

/** The day as a table in Markdown, which a terminal shows as well: a line an hour. */
export function hourTable({ hours }: Day, prices: Prices): readonly string[] {
  const rows = [titles(prices.currency), ...hours.map((line) => cellsOf(line, prices))];
  const widths = titles('').map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const text = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...lines] = rows;
  return [text(head), `|${widths.map((width) => `${'-'.repeat(width + 1)}:`).join('|')}|`, ...lines.map(text)];
}

/** Posted and judged through the day, an hour a character. */
export function chartLines({ hours }: Day): readonly string[] {
  const most = Math.max(...hours.flatMap(({ posts, judged }) => [posts, judged]), 0);
  const drawn = (of: (line: HourLine) => number): string => hours.map((line) => bar(of(line), most)).join('');
  return [`posted  ${drawn(({ posts }) => posts)}`, `judged  ${drawn(({ judged }) => judged)}`];
}

const costText = ({ indexReads, ms }: PostCost): string =>
  `${rounded(indexReads)} read units of the index and ${rounded(ms)} ms`;

/** What a post takes, alone. */
const postLine = ({ candidates, cold, warm }: PostCosts): string =>
  `A post has ${rounded(candidates)} candidates in the mean and takes ${costText(cold)} of a matcher that knows nothing of the index, ${costText(warm)} of one that keeps it; ` +
  `${rounded(warm.pairReads)} read units of pairs and records, and ${rounded(warm.recordWrites)} write units of records.`;

/** All that is said of a day. */
export function dayLines(day: Day, costs: PostCosts, prices: Prices, guesses: readonly string[]): readonly string[] {
  const first = firstToFill(day.peaks);
  const cost = day.hours.reduce((sum, line) => sum + costOf(line, prices), 0);
  return [
    ...hourTable(day, prices),
    '',
    ...chartLines(day),
    '',
    ...first.map(({ zh }) => zh),
    ...first.map(({ en }) => en),
    '',
    'At its busiest each is asked for this much of what there is:',
    ...peakLines(day.peaks),
    '',
    postLine(costs),
    '',
    `The day costs ${rounded(cost)} ${prices.currency}, as far as that grows with posts.`,
    `Guesses, of which nobody has measured one: ${guesses.join(', ')}, the curve of the day, the share of pairs that match.`,
  ];
}

/** The same as data for a script. */
export const dayJson = (
  day: Day,
  costs: PostCosts,
  prices: Prices,
  { figures, market: { divisions: _, ...market }, ...setup }: Setup,
) => ({
  setup: { ...setup, ...market, figures },
  first: firstToFill(day.peaks),
  post: costs,
  currency: prices.currency,
  hours: day.hours.map((line) => ({ ...line, cost: costOf(line, prices) })),
  peaks: day.peaks.map((peak) => ({ ...peak, takesPostsASecond: takesOf(peak) })),
});
