import { writeFile } from 'node:fs/promises';
import { weightsOn } from '../../domain/matching/weights.ts';
import { rulebookOn } from '../../domain/rulebook/rulebook.ts';
import { dayIn, Instant } from '../../domain/time.ts';
import { usesNegativeLists } from '../zones/zone.ts';
import { zoneOf } from '../zones/zones.ts';
import { compareRules } from './compare.ts';
import { dryRun } from './dry-run.ts';
import { makeLineWriter, ReaderGone } from './line-writer.ts';
import { MarketCount } from './market-count.ts';
import type { Reading } from './market-walk.ts';
import { makeProgress } from './progress.ts';
import { type Rules, readRules } from './rules.ts';
import { help, readSettings, type Settings } from './settings.ts';
import { findFile } from './source-file.ts';
import { overrideWeights } from './weights-file.ts';
import { WrongUse } from './wrong-use.ts';

const done = 0;
const failed = 1;
const wrongUse = 2;

const clock = (): Instant => Instant.parse(new Date().toISOString());
const output = makeLineWriter(process.stdout);
const progress = makeProgress(process.stderr, () => performance.now());
// Where nobody reads what went wrong, there is nobody to tell.
process.stderr.on('error', () => undefined);

/** The zone's record. Throws WrongUse where there is none. */
function knownZone(id: string) {
  try {
    return zoneOf(id);
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

/** Looks for everything that the run needs before any of it is read. */
async function prepare({ zone: id, now, ...paths }: Settings) {
  const zone = knownZone(id);
  const today = dayIn(zone.timeZone, now);
  const organizations = await findFile(paths.organizations);
  const demands = await findFile(paths.demands);
  const offers = await findFile(paths.offers);
  const market = { offers, demands, organizations, now, today, usesNegativeLists: usesNegativeLists(zone) };
  const { version, weights } = weightsOn(zone.weights, today);
  const current: Rules = { rulebook: rulebookOn(today), weights, weightsVersion: version };
  return { market, current, timeZone: zone.timeZone };
}

/** The rules in effect, or with the weights of a file in the place of some. */
async function rulesOf(current: Rules, weightsFile: string | undefined): Promise<Rules> {
  if (weightsFile === undefined) return current;
  return { ...current, weights: await overrideWeights(current.weights, weightsFile), weightsVersion: 'changed' };
}

async function run(settings: Settings): Promise<Reading> {
  const { market, current, timeZone } = await prepare(settings);
  const { all, near, top, compare, statistics } = settings;
  if (!compare) {
    const count = statistics === undefined ? undefined : new MarketCount(market.now, timeZone);
    const rules = await rulesOf(current, settings.weights);
    const reading = await dryRun({ market, rules, all, near, top, count }, output, progress);
    if (statistics !== undefined && count) await writeFile(statistics, `${JSON.stringify(count.result(), null, 2)}\n`);
    return reading;
  }
  const [before, after] = [await readRules(compare[0], current), await readRules(compare[1], current)];
  return compareRules({ market, before, after, all }, output, progress);
}

async function main(): Promise<number> {
  const settings = readSettings(process.argv.slice(2), clock);
  if (settings === 'help') {
    await output.write(help);
    await output.flush();
    return done;
  }
  const { malformed } = await run(settings);
  return malformed > 0 ? wrongUse : done;
}

process.exitCode = await main().catch((error: unknown) => {
  progress.end();
  if (error instanceof ReaderGone) return done;
  if (error instanceof WrongUse) {
    progress.tell(error.message);
    return wrongUse;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return failed;
});
