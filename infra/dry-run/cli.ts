import { weightsOn } from '../../domain/matching/weights.ts';
import { dayIn, Instant } from '../../domain/time.ts';
import { zoneOf } from '../zones/zones.ts';
import { type DryRun, dryRun } from './dry-run.ts';
import { makeLineWriter, ReaderGone } from './line-writer.ts';
import { makeProgress } from './progress.ts';
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
async function prepare({ zone: id, now, top, all, ...paths }: Settings): Promise<DryRun> {
  const zone = knownZone(id);
  const organizations = await findFile(paths.organizations);
  const demands = await findFile(paths.demands);
  const offers = await findFile(paths.offers);
  const { weights: ofZone } = weightsOn(zone.weights, dayIn(zone.timeZone, now));
  const weights = paths.weights === undefined ? ofZone : await overrideWeights(ofZone, paths.weights);
  return {
    offers,
    demands,
    organizations,
    timeZone: zone.timeZone,
    usesNegativeLists: zone.usesNegativeLists,
    weights,
    now,
    top,
    all,
  };
}

async function main(): Promise<number> {
  const settings = readSettings(process.argv.slice(2), clock);
  if (settings === 'help') {
    await output.write(help);
    await output.flush();
    return done;
  }
  const run = await prepare(settings);
  const tally = await dryRun(run, output, progress);
  for (const line of tally.lines()) progress.tell(line);
  return tally.malformed > 0 ? wrongUse : done;
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
