import { parseArgs } from 'node:util';
import * as z from 'zod';
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
  --near                also the pairs that a small change would mend, with that remedy
  --weights FILE        a JSON object of weights that stand in place of the zone's
  --statistics FILE     also count the market as a zone would, and write that as JSON
  --compare A B         judge by two sets of rules, and write the pairs to which it makes a
                        difference; A and B are folders with any of purpose-rules.json,
                        cross-border-rules.json, security-levels.json, weights.json, or
                        “current” for what is in effect; --all writes other scores too

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
  readonly near: boolean;
  readonly weights: string | undefined;
  readonly statistics: string | undefined;
  readonly compare: readonly [string, string] | undefined;
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
  near: { type: 'boolean', default: false },
  weights: { type: 'string' },
  statistics: { type: 'string' },
  compare: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** The two sets of rules that follow --compare; the second stands behind it without an option of its own. */
function comparedOf(first: string | undefined, others: readonly string[]): readonly [string, string] | undefined {
  const [second, ...stray] = first === undefined ? [undefined, ...others] : others;
  if (stray[0] !== undefined) throw new Error(`Unexpected argument '${stray[0]}'.`);
  if (first === undefined) return undefined;
  if (second === undefined) throw new Error('--compare needs two sets of rules, A and B.');
  return [first, second];
}

function readValues(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { ...values, compare: comparedOf(values.compare, positionals) };
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
  const { help: asksForHelp, now, top, weights, statistics, compare, ...values } = readValues(args);
  if (asksForHelp) return 'help';
  const absent = needed.filter((name) => !values[name]);
  if (absent.length > 0) {
    throw new WrongUse(`Needed and not given: ${absent.map((name) => `--${name}`).join(', ')}; --help says more.`);
  }
  const together = compare
    ? [top && '--top', values.near && '--near', weights && '--weights', statistics && '--statistics'].find(Boolean)
    : undefined;
  if (together) throw new WrongUse(`--compare and ${together} do not go together; --help says more.`);
  return {
    ...values,
    compare,
    now: now === undefined ? clock() : momentOf(now),
    top: top === undefined ? undefined : countOf(top),
    weights,
    statistics,
  };
}
