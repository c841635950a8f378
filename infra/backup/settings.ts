import { parseArgs } from 'node:util';
import { LocalFailure } from '../local/local-failure.ts';
import { zoneOf } from '../zones/zones.ts';

export const help = `Writes the rows of a zone's tables to a folder, and back; beside DynamoDB's own point-in-time recovery, which makes new tables.

  npm run backup -- export  --zone ID --folder DIR
  npm run backup -- compare --zone ID --folder DIR
  npm run backup -- restore --zone ID --folder DIR
  npm run backup -- copy    --zone ID --from TABLE --to TABLE

  export   each table as JSON lines, with counts and digests; only what is there while it reads
  compare  tells which tables do not hold what the folder does
  restore  writes the rows back over what stands under their keys; see docs/restore.md for what is to be stopped before
  copy     writes the rows of one table, such as one that was recovered, into another

  --zone ID       the zone's record in infra/zones (cn-bj-data-pilot)
  --endpoint URL  a DynamoDB elsewhere than in the zone's region, such as that of a zone on this machine

The folder holds everything that companies would hate their rivals to read: mode 0700, and to be deleted. Credentials are those
of the AWS SDK; they need to scan and write the tables, and kms:Decrypt on the zone's key. Exit code: 0; 1 where tables differ;
2 where an argument is wrong.`;

type Common = { readonly zone: string; readonly endpoint: string | undefined };
export type Settings = Common &
  (
    | { readonly task: 'export' | 'compare' | 'restore'; readonly folder: string }
    | { readonly task: 'copy'; readonly from: string; readonly to: string }
  );

const options = {
  zone: { type: 'string', default: 'cn-bj-data-pilot' },
  folder: { type: 'string', default: '' },
  from: { type: 'string', default: '' },
  to: { type: 'string', default: '' },
  endpoint: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line. Throws a sentence where it cannot be read. */
export function readSettings(args: readonly string[]): Settings | 'help' {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.help) return 'help';
  const { folder, from, to, endpoint } = values;
  const [task] = positionals;
  const common = { zone: zoneOf(values.zone).id, endpoint };
  switch (task) {
    case 'export':
    case 'compare':
    case 'restore':
      if (folder === '') throw new LocalFailure(`${task} needs --folder.`);
      return { ...common, task, folder };
    case 'copy':
      if (from === '' || to === '') throw new LocalFailure('copy needs --from and --to.');
      return { ...common, task, from, to };
  }
  throw new LocalFailure('Say what to do: export, compare, restore or copy.');
}
