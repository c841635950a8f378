import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../local/command.ts';
import { Faults } from '../local/faults/faults.ts';
import { startZone } from '../local/start-zone.ts';
import { synthesize } from '../local/synthesize.ts';
import { interrupted, print, tell } from '../local/terminal.ts';
import { usesNegativeLists } from '../zones/zone.ts';
import { zoneOf } from '../zones/zones.ts';
import { isSound, type Round, tortureRounds } from './run-torture.ts';
import { help, readSettings, type Settings } from './settings.ts';

const sound = 0;
const broken = 1;
const mostTold = 20;

function report(round: Round): void {
  const { seed, operations, conflicts, judged, matched, underReview, mailed } = round;
  const {
    differences,
    toldTwice,
    repeats,
    untold,
    stale,
    askedAgain,
    putBack,
    overtaken,
    outages,
    restarts,
    wrong,
    mailingDisturbed,
  } = round;
  print(
    `seed ${seed}: ${operations} operations (${conflicts} lost a race), ${judged} pairs judged, ${matched} matched, ` +
      `${underReview} under review, ${differences.length} differences, ${mailed} tellings, ${toldTwice.length} twice, ${untold.length} missing, ${stale.length} stale`,
  );
  const calls = Object.values(wrong.calls).reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(wrong.faults).map(([kind, count]) => `${kind} ${count}`);
  const gone = Object.entries(outages).map(([kind, count]) => `${kind} ${count}`);
  print(
    `  ${calls} calls, gone wrong: ${kinds.join(', ') || 'none'}; outages: ${gone.join(', ') || 'none'}; restarts: ${restarts}`,
  );
  print(
    `  clients asked again ${askedAgain} times, ${putBack} dead letters put back, ${overtaken} overtaken by newer versions so far, ` +
      `${repeats} mails repeated (the Lambda that mails was disturbed ${mailingDisturbed} times)`,
  );
  for (const line of [...differences, ...toldTwice, ...untold, ...stale].slice(0, mostTold)) print(`  ${line}`);
}

async function torture(settings: Settings, assembly: string): Promise<number> {
  tell(`Seed ${settings.seed}. Synthesizing the zone ${settings.zone}.`);
  await synthesize(settings.zone, assembly);
  const isKept = settings.outages + settings.restarts > 0;
  const data = isKept ? await mkdtemp(join(tmpdir(), 'zonematch-torture-')) : undefined;
  const options = { assembly, faults: new Faults(), ...(data !== undefined && { data }) };
  let zone = await startZone({ ...options, onProgress: tell });
  const restart = async (): Promise<void> => {
    await zone.stop();
    zone = await startZone(options);
  };
  const record = zoneOf(settings.zone);
  const { timeZone, weights } = record;
  let code = sound;
  const rounds = async (): Promise<void> => {
    for await (const round of tortureRounds(
      {
        ...zone,
        idle: (seconds) => zone.idle(seconds),
        restart,
        timeZone,
        weights,
        usesNegativeLists: usesNegativeLists(record),
      },
      settings,
      () => performance.now(),
    )) {
      report(round);
      if (!isSound(round)) code = broken;
    }
  };
  try {
    await Promise.race([rounds(), interrupted()]);
    return code;
  } finally {
    await zone.stop();
    if (data !== undefined) await rm(data, { recursive: true, force: true });
  }
}

process.exitCode = await runCommand({
  help,
  readSettings: () => {
    const settings = readSettings(process.argv.slice(2), Date.now() % 2 ** 31);
    if (settings !== 'help') zoneOf(settings.zone);
    return settings;
  },
  run: torture,
});
