import { parseArgs } from 'node:util';
import { DemoFailure } from './demo-failure.ts';

export const help = `Runs a zone on this machine, fills it with a made-up market and reports what was matched.

  npm run demo [-- --zone ID] [--keep] [--port N]

  --zone ID   the zone's record in infra/zones (cn-bj-data-pilot)
  --keep      leave the zone running until Ctrl-C
  --port N    the API's port; 0 takes a free one (0)`;

export type Settings = { readonly zone: string; readonly keep: boolean; readonly port: number };

/** Reads the command line. Throws a sentence where it cannot be read. */
export function readSettings(args: readonly string[]): Settings | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      zone: { type: 'string', default: 'cn-bj-data-pilot' },
      keep: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new DemoFailure(`--port ${values.port} is no port: 0 to 65535.`);
  }
  return { zone: values.zone, keep: values.keep, port };
}
