import { parseArgs } from 'node:util';
import { LocalFailure } from '../local/local-failure.ts';

export const help = `Runs a zone on this machine, does to it what many enterprises and its operator do at once, and compares
what is on record with a brute-force judge, round after round.

  npm run torture [-- --seed N] [--minutes M] [--operations K] [--clients C] [--faults SHARE]
                      [--outages N] [--restarts N] [--zone ID]

  --seed N        where the operations begin; the same seed, the same operations (the clock)
  --minutes M     begin no further round after so long (1)
  --operations K  in each round (200)
  --clients C     how many at once (8)
  --faults SHARE  of the calls of Lambdas that go wrong while it is done, 0 to 0.2 (0.02)
  --outages N     how often, each round, DynamoDB Local or the mail server is gone for seconds (0)
  --restarts N    how often, each round, the whole zone is stopped and started on its kept data (0)
  --zone ID       the zone's record in infra/zones (cn-bj-data-pilot)

Exit code: 0; 1 where record and judge differ, or anyone was told twice or not at all; 2 where an argument is wrong.`;

export type Settings = {
  readonly seed: number;
  readonly minutes: number;
  readonly operations: number;
  readonly clients: number;
  readonly faults: number;
  readonly outages: number;
  readonly restarts: number;
  readonly zone: string;
};

function numberOf(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && number >= least && number <= most) return number;
  throw new LocalFailure(`--${name} ${text} is no number from ${least} to ${most}.`);
}

/** Reads the command line; `seed` is taken where none is given. Throws a sentence where it cannot be read. */
export function readSettings(args: readonly string[], seed: number): Settings | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: String(seed) },
      minutes: { type: 'string', default: '1' },
      operations: { type: 'string', default: '200' },
      clients: { type: 'string', default: '8' },
      faults: { type: 'string', default: '0.02' },
      outages: { type: 'string', default: '0' },
      restarts: { type: 'string', default: '0' },
      zone: { type: 'string', default: 'cn-bj-data-pilot' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    seed: Math.floor(numberOf('seed', values.seed, 0, 2 ** 31 - 1)),
    minutes: numberOf('minutes', values.minutes, 0, 24 * 60),
    operations: Math.floor(numberOf('operations', values.operations, 1, 100_000)),
    clients: Math.floor(numberOf('clients', values.clients, 1, 64)),
    faults: numberOf('faults', values.faults, 0, 0.2),
    outages: Math.floor(numberOf('outages', values.outages, 0, 20)),
    restarts: Math.floor(numberOf('restarts', values.restarts, 0, 20)),
    zone: values.zone,
  };
}
