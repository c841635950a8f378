import { parseArgs } from 'node:util';
import { LocalFailure } from '../local/local-failure.ts';
import { zoneOf } from '../zones/zones.ts';
import { assumed, type Load } from './load.ts';

export const help = `Says what a zone costs in a month, by service: from what CDK synthesizes for it, a model of what each post
consumes, and the price table in infra/cost/prices.

  npm run cost -- --zone ID --offers N --demands M --posts-per-day P [options]
  npm run cost -- --measure | --write

  --zone ID               the zone's record in infra/zones (cn-bj-data-pilot)
  --offers N              offers in force (500)
  --demands M             demands in force (500)
  --posts-per-day P       offers and demands that are posted or changed in a day (20)
  --candidates SHARE      of the other side, how much stands under a related domain (${assumed.candidateShare})
  --matches SHARE         of these, how much matches (${assumed.matchShare})
  --contacts N            contacts of a buyer (${assumed.contacts})
  --readings N            what callers read for each post (${assumed.readingsPerPost})
  --months N              for how long the zone has run: records stay (${assumed.months})
  --json                  as one line of JSON
  --measure               runs a small market in a zone on this machine, and compares what it consumes with the model
  --write                 writes the table of docs/cost.md anew

Exit code: 0; 1 where the model is off by more than 15 %; 2 where an argument is wrong.`;

export type Settings = {
  readonly zone: string;
  readonly load: Load;
  readonly json: boolean;
  readonly task: 'bill' | 'measure' | 'write';
};

const options = {
  zone: { type: 'string', default: 'cn-bj-data-pilot' },
  offers: { type: 'string', default: '500' },
  demands: { type: 'string', default: '500' },
  'posts-per-day': { type: 'string', default: '20' },
  candidates: { type: 'string', default: String(assumed.candidateShare) },
  matches: { type: 'string', default: String(assumed.matchShare) },
  contacts: { type: 'string', default: String(assumed.contacts) },
  readings: { type: 'string', default: String(assumed.readingsPerPost) },
  months: { type: 'string', default: String(assumed.months) },
  json: { type: 'boolean', default: false },
  measure: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function numberOf(name: string, text: string, most = 1e9): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (number >= 0 && number <= most) return number;
  throw new LocalFailure(`--${name} ${text} is no number from 0 to ${most}.`);
}

/** Reads the command line. Throws a sentence where it cannot be read. */
export function readSettings(args: readonly string[]): Settings | 'help' {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) return 'help';
  if (values.measure && values.write) throw new LocalFailure('--measure and --write do not go together.');
  return {
    zone: zoneOf(values.zone).id,
    json: values.json,
    task: values.measure ? 'measure' : values.write ? 'write' : 'bill',
    load: {
      offers: numberOf('offers', values.offers),
      demands: numberOf('demands', values.demands),
      postsPerDay: numberOf('posts-per-day', values['posts-per-day']),
      candidateShare: numberOf('candidates', values.candidates, 1),
      matchShare: numberOf('matches', values.matches, 1),
      contacts: numberOf('contacts', values.contacts, 20),
      readingsPerPost: numberOf('readings', values.readings),
      months: numberOf('months', values.months, 1200),
    },
  };
}
