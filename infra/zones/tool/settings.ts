import { parseArgs } from 'node:util';
import { WrongUse } from './wrong-use.ts';

export const help = `Writes the record of a zone, says what is wrong with one, or what differs between two.

  npm run --silent zone -- new ID [options]   writes infra/zones/ID.ts and names it in zones.ts
  npm run --silent zone -- check [ID]         every complaint of one record, or of all
  npm run --silent zone -- diff A B           what B has other than A

What new is not told by an option it asks for, where somebody is there to answer.

  --zh NAME            the zone's name in Chinese
  --en NAME            the zone's name in English
  --kind KIND          data-system-pilot-zone, big-data-pilot-zone, data-elements-pilot-zone
                       or cross-jurisdiction-area
  --member CODE/ZH/EN  a place of the zone, such as 520000/贵州省/Guizhou; once for each
  --since DATE         since when it is a zone: a year, a month or a day
  --source TEXT        where these facts are from
  --region REGION      cn-north-1, cn-northwest-1 or ap-east-1

Exit code: 0; 1 where a record is unsound; 2 where an argument is wrong.`;

const options = {
  zh: { type: 'string' },
  en: { type: 'string' },
  kind: { type: 'string' },
  member: { type: 'string', multiple: true },
  since: { type: 'string' },
  source: { type: 'string' },
  region: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** What `new` was told, as it was written. */
export type Said = {
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
  readonly kind?: string | undefined;
  readonly member?: readonly string[] | undefined;
  readonly since?: string | undefined;
  readonly source?: string | undefined;
  readonly region?: string | undefined;
};

type Settings =
  | { readonly task: 'help' }
  | { readonly task: 'new'; readonly id: string; readonly said: Said }
  | { readonly task: 'check'; readonly id: string | undefined }
  | { readonly task: 'diff'; readonly ids: readonly [string, string] };

function readValues(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Node adds advice for options that look like values: the first sentence says what is wrong.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.?(?:\. |\n|$)/, 1);
    throw new WrongUse(`${sentence}; --help lists what there is.`);
  }
}

/** Reads the command line. Throws WrongUse. */
export function readSettings(args: readonly string[]): Settings {
  const { values, positionals } = readValues(args);
  const { help: asksForHelp, ...said } = values;
  if (asksForHelp) return { task: 'help' };
  const [task, first, second, ...stray] = positionals;
  const given = Object.keys(said);
  if (task !== 'new' && given.length > 0)
    throw new WrongUse(`--${given.join(', --')}: only “new” takes that; --help says more.`);
  if (stray.length > 0 || (task !== 'diff' && second !== undefined))
    throw new WrongUse(`“${stray[0] ?? second}” is one argument too many; --help says more.`);
  if (task === 'new' && first !== undefined) return { task, id: first, said };
  if (task === 'check') return { task, id: first };
  if (task === 'diff' && first !== undefined && second !== undefined) return { task, ids: [first, second] };
  if (task === 'new') throw new WrongUse('“new” needs the id of the zone, such as cn-gz-bigdata.');
  if (task === 'diff') throw new WrongUse('“diff” needs the ids of two zones.');
  throw new WrongUse(
    `${task === undefined ? 'Say' : `“${task}” is nothing to do:`} new, check or diff; --help says more.`,
  );
}
