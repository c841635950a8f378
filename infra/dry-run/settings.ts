import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Instant } from '../../domain/time.ts';
import { WrongUse } from './wrong-use.ts';

export const help = `Judges files of offers and demands by a zone's weights, with nothing deployed and nothing sent.

  npm run --silent match -- --zone ID --offers FILE --demands FILE --organizations FILE [options]

  --zone ID             the zone's record in infra/zones
  --offers FILE         JSON lines, read one at a time
  --demands FILE        JSON lines, held in memory
  --organizations FILE  JSON lines, held in memory
  --now TIME            judge as at this moment, RFC 3339 in UTC (the clock)
  --top K               at most the K best pairs of each demand
  --all                 also the pairs that do not match
  --weights FILE        a JSON object of weights that stand in place of the zone's

One JSON line a pair goes to standard output; the summary and malformed lines go to standard error.
Exit code: 0, or 2 where an argument is wrong, a file is missing or a line is malformed.`;

export type Settings = {
  readonly zone: string;
  readonly offers: string;
  readonly demands: string;
  readonly organizations: string;
  readonly now: Instant;
  readonly top: number | undefined;
  readonly all: boolean;
  readonly weights: string | undefined;
};

const needed = ['zone', 'offers', 'demands', 'organizations'] as const;

const options = {
  zone: { type: 'string', default: '' },
  offers: { type: 'string', default: '' },
  demands: { type: 'string', default: '' },
  organizations: { type: 'string', default: '' },
  now: { type: 'string' },
  top: { type: 'string' },
  all: { type: 'boolean', default: false },
  weights: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

function readValues(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // Node adds advice for options that look like values: the first sentence says what is wrong.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.?(?:\. |\n|$)/, 1);
    throw new WrongUse(`${sentence}; --help lists what there is.`);
  }
}

function momentOf(text: string): Instant {
  if (!z.iso.datetime().safeParse(text).success || Number.isNaN(Date.parse(text))) {
    throw new WrongUse(`--now ${text} is no RFC 3339 time in UTC, such as 2026-11-23T08:00:00Z.`);
  }
  return Instant.parse(new Date(text).toISOString());
}

function countOf(text: string): number {
  const count = Number(text);
  if (!/^[1-9]\d*$/.test(text) || !Number.isSafeInteger(count)) {
    throw new WrongUse(`--top ${text} is no count: a whole number of 1 or more.`);
  }
  return count;
}

/** Reads the command line; `clock` gives the moment that is judged at unless --now does. Throws WrongUse. */
export function readSettings(args: readonly string[], clock: () => Instant): Settings | 'help' {
  const { help: asksForHelp, now, top, weights, ...values } = readValues(args);
  if (asksForHelp) return 'help';
  const absent = needed.filter((name) => !values[name]);
  if (absent.length > 0) {
    throw new WrongUse(`Needed and not given: ${absent.map((name) => `--${name}`).join(', ')}; --help says more.`);
  }
  return {
    ...values,
    now: now === undefined ? clock() : momentOf(now),
    top: top === undefined ? undefined : countOf(top),
    weights,
  };
}
