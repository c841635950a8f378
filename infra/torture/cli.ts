import { runCommand } from '../local/command.ts';
import { startZone } from '../local/start-zone.ts';
import { synthesize } from '../local/synthesize.ts';
import { interrupted, print, tell } from '../local/terminal.ts';
import { zoneOf } from '../zones/zones.ts';
import { isSound, type Round, tortureRounds } from './run-torture.ts';
import { help, readSettings, type Settings } from './settings.ts';

const sound = 0;
const broken = 1;
const mostTold = 20;

function report(round: Round): void {
  const { seed, operations, conflicts, judged, matched, underReview, mailed } = round;
  const { differences, toldTwice, repeats, untold, stale, askedAgain, putBack, overtaken, wrong, mailingDisturbed } =
    round;
  print(
    `seed ${seed}: ${operations} operations (${conflicts} lost a race), ${judged} pairs judged, ${matched} matched, ` +
      `${underReview} under review, ${differences.length} differences, ${mailed} tellings, ${toldTwice.length} twice, ${untold.length} missing, ${stale.length} stale`,
  );
  const calls = Object.values(wrong.calls).reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(wrong.faults).map(([kind, count]) => `${kind} ${count}`);
  print(`  ${calls} calls, gone wrong: ${kinds.join(', ') || 'none'}`);
  print(
    `  clients asked again ${askedAgain} times, ${putBack} dead letters put back, ${overtaken} overtaken by newer versions so far, ` +
      `${repeats} mails repeated (the Lambda that mails was disturbed ${mailingDisturbed} times)`,
  );
  for (const line of [...differences, ...toldTwice, ...untold, ...stale].slice(0, mostTold)) print(`  ${line}`);
}

async function torture(settings: Settings, assembly: string): Promise<number> {
  tell(`Seed ${settings.seed}. Synthesizing the zone ${settings.zone}.`);
  await synthesize(settings.zone, assembly);
  const zone = await startZone({ assembly, faults: true, onProgress: tell });
  const { timeZone, weights } = zoneOf(settings.zone);
  let code = sound;
  const rounds = async (): Promise<void> => {
    for await (const round of tortureRounds({ ...zone, timeZone, weights }, settings, () => performance.now())) {
      report(round);
      if (!isSound(round)) code = broken;
    }
  };
  try {
    await Promise.race([rounds(), interrupted()]);
    return code;
  } finally {
    await zone.stop();
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
