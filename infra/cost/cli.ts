import { readFile, writeFile } from 'node:fs/promises';
import { loadMarket } from '../demo/market.ts';
import { runCommand } from '../local/command.ts';
import { LocalFailure } from '../local/local-failure.ts';
import { startZone } from '../local/start-zone.ts';
import { synthesize } from '../local/synthesize.ts';
import { print, tell } from '../local/terminal.ts';
import { zoneOf } from '../zones/zones.ts';
import { billOf } from './bill.ts';
import { errorOf, MarketMeter, tolerance } from './measure.ts';
import { withTable } from './page.ts';
import { prices } from './prices/prices.ts';
import { quantitiesOf } from './quantities.ts';
import { billJson, billLines } from './report.ts';
import { countResources } from './resources.ts';
import { help, readSettings, type Settings } from './settings.ts';
import { sizesTable } from './sizes.ts';

const page = new URL('../../docs/cost.md', import.meta.url);
const done = 0;
const off = 1;

function printBill({ zone, load, json }: Settings, assembly: string): number {
  const { region, mail } = zoneOf(zone);
  const quantities = quantitiesOf(load, countResources(assembly), mail.transport === 'ses');
  const bill = billOf(quantities, prices[region]);
  if (json) print(JSON.stringify({ zone, region, load, ...billJson(bill) }));
  else for (const line of billLines(bill)) print(line);
  return done;
}

async function printMeasure(assembly: string): Promise<number> {
  tell('Posting the market of the demo in a zone on this machine.');
  const meter = new MarketMeter();
  const zone = await startZone({ assembly, capacity: meter.capacity, onLog: ({ line }) => meter.note(line) });
  const { consumed, modelled } = await meter.post(zone, await loadMarket()).finally(zone.stop);
  const errors = (['reads', 'writes'] as const).map((kind) => {
    const error = errorOf(consumed[kind], modelled[kind]);
    print(
      `${kind}: ${Math.round(consumed[kind])} units consumed, ${Math.round(modelled[kind])} by the model (${(error * 100).toFixed(1)} %)`,
    );
    return Math.abs(error);
  });
  return errors.every((error) => error <= tolerance) ? done : off;
}

async function writePage(assembly: string): Promise<number> {
  await writeFile(page, withTable(await readFile(page, 'utf8'), sizesTable(countResources(assembly))));
  return done;
}

process.exitCode = await runCommand({
  help,
  readSettings: () => readSettings(process.argv.slice(2)),
  isWrongUse: (error) => error instanceof LocalFailure,
  async run(settings, assembly) {
    tell(`Synthesizing the zone ${settings.zone}.`);
    await synthesize(settings.task === 'bill' ? settings.zone : 'cn-bj-data-pilot', assembly);
    switch (settings.task) {
      case 'bill':
        return printBill(settings, assembly);
      case 'measure':
        return printMeasure(assembly);
      case 'write':
        return writePage(assembly);
    }
  },
});
