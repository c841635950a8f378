import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadMarket } from '../demo/market.ts';
import { runCommand } from '../local/command.ts';
import { synthesize } from '../local/synthesize.ts';
import { print, tell } from '../local/terminal.ts';
import { zoneOf } from '../zones/zones.ts';
import { drillRestore } from './restore-drill.ts';

const help = `Loses tables and rows of a zone on this machine, restores them from a backup, and shows that nothing is missing and that
nobody is mailed twice.

  npm run drill:restore [-- --zone ID]

  --zone ID  the zone's record in infra/zones (cn-bj-data-pilot)

Exit code: 0; 1 where something is not as it was before; 2 where an argument is wrong.`;

function readSettings(): { readonly zone: string } | 'help' {
  const { values } = parseArgs({
    options: { zone: { type: 'string', default: 'cn-bj-data-pilot' }, help: { type: 'boolean', default: false } },
  });
  return values.help ? 'help' : { zone: zoneOf(values.zone).id };
}

process.exitCode = await runCommand({
  help,
  readSettings,
  async run({ zone }, assembly) {
    tell(`Synthesizing the zone ${zone}.`);
    await synthesize(zone, assembly);
    const folder = await mkdtemp(join(tmpdir(), 'zonematch-drill-'));
    try {
      const wrong = await drillRestore({ zone, assembly, market: await loadMarket(), folder, tell: print });
      for (const line of wrong) print(`DIFFERENT: ${line}`);
      if (wrong.length === 0) print('Nothing is missing, and nobody was mailed twice.');
      return wrong.length === 0 ? 0 : 1;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});
