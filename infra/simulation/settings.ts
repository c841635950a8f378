import { parseArgs } from 'node:util';
import { LocalFailure } from '../local/local-failure.ts';
import { matcherMemoryMiB } from '../matching/matcher-memory.ts';
import type { Zone } from '../zones/zone.ts';
import { zoneOf } from '../zones/zones.ts';
import type { Figures } from './figures.ts';
import { divisionsOf } from './market.ts';
import { type Range, within } from './range.ts';
import type { Setup } from './setup.ts';

export const help = `Plays a zone's day against the limits of AWS and of the zone's record, and says what is too small first. A model, not a
measurement: docs/scale.md says what it is made of.

  npm run simulate -- --offers N --demands M --posts-per-second P [options]

  --zone ID               the zone's record in infra/zones (cn-bj-data-pilot), which sets what is not said here
  --offers N              offers in force (1e6)
  --demands M             demands in force (1e6)
  --posts-per-second P    offers and demands that are posted or changed in a second, as the mean of the day (50)
  --burst TIMES           how many times as much comes from a quarter past ten on (3)
  --burst-minutes N       for so long (10)
  --open-pairs N          pairs of one listing that match or need a person (100)
  --open-share S          the same as a share of its candidates, in place of a number
  --near-pairs N          near pairs of one listing that are read and recorded, at the most (as measured.json says)
  --skew S                exponent of Zipf's law, by which the 97 divisions have listings; 0: all alike (1)
  --seed N                decides which divisions are the large ones, and when exactly posts come (1)
  --shards N              over how many partitions each domain of the index is spread (the zone's domainPartitions.write)
  --rows-kept N           rows of the index that one environment of the matcher keeps (as measured.json says)
  --matcher-mib N         memory of the matcher (${matcherMemoryMiB})
  --prompt-runs N         runs of the matcher at a time for what was just posted (the zone's matcherRuns.prompt)
  --overflow-runs N       and for what waits behind it (the zone's matcherRuns.overflow)
  --mails-a-minute N      mails that leave the zone (the zone's mailsAMinute)
  --figures FILE          figures in place of infra/simulation/measured.json, of the same form
  --json                  as one line of JSON

Exit code: 0; 2 where an argument is wrong.`;

const options = {
  zone: { type: 'string', default: 'cn-bj-data-pilot' },
  offers: { type: 'string', default: '1e6' },
  demands: { type: 'string', default: '1e6' },
  'posts-per-second': { type: 'string', default: '50' },
  burst: { type: 'string', default: '3' },
  'burst-minutes': { type: 'string', default: '10' },
  'open-pairs': { type: 'string' },
  'open-share': { type: 'string' },
  'near-pairs': { type: 'string' },
  skew: { type: 'string', default: '1' },
  seed: { type: 'string', default: '1' },
  shards: { type: 'string' },
  'rows-kept': { type: 'string' },
  'matcher-mib': { type: 'string', default: String(matcherMemoryMiB) },
  'prompt-runs': { type: 'string' },
  'overflow-runs': { type: 'string' },
  'mails-a-minute': { type: 'string' },
  figures: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Said = ReturnType<typeof parse>;
const parse = (args: readonly string[]) => parseArgs({ args: [...args], options }).values;

/** What each number may be. */
const ranges = {
  offers: { least: 1, most: 1e9 },
  demands: { least: 1, most: 1e9 },
  'posts-per-second': { least: 0.001, most: 1e5 },
  burst: { least: 1, most: 1000 },
  'burst-minutes': { least: 0, most: 600 },
  'open-pairs': { least: 0, most: 1e9 },
  'open-share': { least: 0, most: 1 },
  'near-pairs': { least: 0, most: 1e6 },
  skew: { least: 0, most: 3 },
  seed: { least: 0, most: 4_294_967_295, whole: true },
  shards: { least: 1, most: 64, whole: true },
  'rows-kept': { least: 0, most: 1e9 },
  'matcher-mib': { least: 128, most: 10_240 },
  'prompt-runs': { least: 2, most: 1000, whole: true },
  'overflow-runs': { least: 2, most: 1000, whole: true },
  'mails-a-minute': { least: 1, most: 1e6 },
} as const satisfies Readonly<Record<string, Range>>;

export type Settings = {
  readonly zone: Zone;
  readonly json: boolean;
  /** A file of figures; this repository's own where nothing is said. */
  readonly figures: string | undefined;
  /** What to simulate, by such figures. */
  readonly setup: (figures: Figures) => Setup;
};

function openOf(said: Said): Setup['open'] {
  const [pairs, share] = [said['open-pairs'], said['open-share']];
  if (pairs !== undefined && share !== undefined)
    throw new LocalFailure('--open-pairs and --open-share do not go together.');
  if (share !== undefined) return { share: within('open-share', share, ranges['open-share']) };
  return { pairs: within('open-pairs', pairs ?? '100', ranges['open-pairs']) };
}

/** Reads the command line. Throws a sentence where it cannot be read. */
export function readSettings(args: readonly string[]): Settings | 'help' {
  const said = parse(args);
  if (said.help) return 'help';
  const zone = zoneOf(said.zone);
  const { limits } = zone;
  const number = (name: keyof typeof ranges, preset?: number): number =>
    within(name, said[name] ?? String(preset), ranges[name]);
  const own = {
    ...(said['rows-kept'] !== undefined && { keptRows: number('rows-kept') }),
    ...(said['near-pairs'] !== undefined && { mostNear: number('near-pairs') }),
  };
  const setup = {
    market: {
      offers: number('offers'),
      demands: number('demands'),
      divisions: divisionsOf(number('skew'), number('seed')),
    },
    postsPerSecond: number('posts-per-second'),
    burst: { times: number('burst'), minutes: number('burst-minutes') },
    seed: number('seed'),
    open: openOf(said),
    shards: number('shards', zone.domainPartitions.write),
    matcherRuns: {
      prompt: number('prompt-runs', limits.matcherRuns.prompt),
      overflow: number('overflow-runs', limits.matcherRuns.overflow),
    },
    matcherMiB: number('matcher-mib'),
    pairsAtOnce: limits.pairsAtOnce,
    promptListingsAMinute: limits.promptListingsAMinute.domain,
    requestsASecond: limits.requestsASecond.rate,
    mailsAMinute: number('mails-a-minute', limits.mailsAMinute),
    instantMailsADay: limits.instantMailsADay,
  };
  return {
    zone,
    json: said.json,
    figures: said.figures,
    setup: (figures) => ({ ...setup, figures: { ...figures, ...own } }),
  };
}
