import { parseArgs } from 'node:util';
import { lambdaFolders } from '../lambda/bundling.ts';
import { LocalFailure } from '../local/local-failure.ts';
import { zoneOf } from '../zones/zones.ts';

export const help = `Says how large the bundle of each Lambda is and how long it takes to load, beside the clients of the SDK that it holds,
bundled alone in the same way, and what else is in it.

  npm run build:report -- [options]

  --zone ID        the zone whose variables the Lambdas are given (cn-bj-data-pilot)
  --lambda NAME    this one alone, by its folder under functions/; may be said several times
  --runs N         how often each is loaded, in a fresh process (5); the median counts. 0: not at all
  --json           as one line of JSON

Exit code: 0; 1 where a bundle cannot be loaded; 2 where an argument is wrong.`;

export type Settings = {
  readonly zone: string;
  readonly lambdas: readonly string[];
  readonly runs: number;
  readonly json: boolean;
};

const options = {
  zone: { type: 'string', default: 'cn-bj-data-pilot' },
  lambda: { type: 'string', multiple: true, default: [] as string[] },
  runs: { type: 'string', default: '5' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const mostRuns = 1000;

function runsOf(text: string): number {
  const runs = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (runs <= mostRuns) return runs;
  throw new LocalFailure(`--runs ${text} is no whole number from 0 to ${mostRuns}.`);
}

function known(lambda: string, all: readonly string[]): string {
  if (all.includes(lambda)) return lambda;
  throw new LocalFailure(`--lambda ${lambda} is no Lambda: functions/${lambda}/handler.ts is not there.`);
}

/** Reads the command line. Throws a sentence where it cannot be read. */
export function readSettings(args: readonly string[]): Settings | 'help' {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) return 'help';
  const all = lambdaFolders();
  return {
    zone: zoneOf(values.zone).id,
    lambdas: values.lambda.length > 0 ? [...new Set(values.lambda)].map((lambda) => known(lambda, all)) : all,
    runs: runsOf(values.runs),
    json: values.json,
  };
}
