import { parseArgs } from 'node:util';
import { LocalFailure } from '../local/local-failure.ts';

const parts = ['judge', 'reads', 'zone', 'bundles'] as const;
export type Part = (typeof parts)[number];

export const help = `Measures how fast Zonematch judges, reads and mails, and how large its Lambdas are: ratios within this run.

  npm run bench -- [options]

  --parts LIST   what is measured, of ${parts.join(', ')} (all of them)
  --demands LIST how many demands the judge is measured with (100000,1000000)
  --listings LIST how many listings a zone has where its reads are measured (10000,100000,1000000)
  --posts N      how many listings are posted to a whole zone (200)
  --json FILE    where the figures are written (bench.json)

Standard output has the table, standard error the progress. Figures of a busy machine say little: ratios are taken within
one run, and the middle of three.
Exit code: 0, also where a target is missed, which the table says; 1 where two ways do not find the same; 2 where an
argument is wrong.`;

export type Settings = {
  readonly parts: readonly Part[];
  readonly demands: readonly number[];
  readonly listings: readonly number[];
  readonly posts: number;
  readonly json: string;
};

const options = {
  parts: { type: 'string', default: parts.join() },
  demands: { type: 'string', default: '100000,1000000' },
  listings: { type: 'string', default: '10000,100000,1000000' },
  posts: { type: 'string', default: '200' },
  json: { type: 'string', default: 'bench.json' },
  help: { type: 'boolean', default: false },
} as const;

function numbersOf(name: string, text: string, least: number, most: number): readonly number[] {
  return text.split(',').map((one) => {
    const number = Number(one);
    if (one.trim() !== '' && Number.isInteger(number) && number >= least && number <= most) return number;
    throw new LocalFailure(`--${name} ${one}: it must be a whole number from ${least} to ${most}.`);
  });
}

function partsOf(text: string): readonly Part[] {
  const named = text.split(',').map((one) => one.trim());
  return named.map((one) => {
    const part = parts.find((known) => known === one);
    if (part) return part;
    throw new LocalFailure(`--parts ${one}: there is ${parts.join(', ')}.`);
  });
}

/** Reads the command line. Throws a sentence where it cannot be read. */
export function readSettings(args: readonly string[]): Settings | 'help' {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) return 'help';
  const [posts = 0] = numbersOf('posts', values.posts, 10, 100_000);
  return {
    parts: partsOf(values.parts),
    demands: numbersOf('demands', values.demands, 1000, 3_000_000),
    listings: numbersOf('listings', values.listings, 1000, 3_000_000),
    posts,
    json: values.json,
  };
}
