import { Instant } from '../../domain/time.ts';
import { runCommand } from '../local/command.ts';
import { type LocalZone, startZone } from '../local/start-zone.ts';
import { synthesize } from '../local/synthesize.ts';
import { interrupted, print } from '../local/terminal.ts';
import { usesNegativeLists } from '../zones/zone.ts';
import { zoneOf } from '../zones/zones.ts';
import { makeZoneClient, memberOf, type ZoneClient } from './client.ts';
import { loadMarket, type Market } from './market.ts';
import { makeProgress } from './progress.ts';
import { reportLines } from './report.ts';
import { runDemo } from './run-demo.ts';
import { help, readSettings, type Settings } from './settings.ts';

const done = 0;
const failed = 1;
/** 128 + SIGINT, as shells have it. */
const stoppedByHand = 130;

const progress = makeProgress(process.stderr);

async function tellAddresses({ api, tokenEndpoint, mailbox }: LocalZone, client: ZoneClient, buyer: string) {
  print(`API             ${api}`);
  print(`Token endpoint  ${tokenEndpoint}`);
  print(`Mailbox         ${mailbox}`);
  print(`curl -s -H 'Authorization: Bearer ${await client.token(memberOf(buyer))}' '${api}/v1/matches?limit=3'`);
  print('Ctrl-C stops everything.');
}

async function present(zone: LocalZone, settings: Settings, market: Market): Promise<number> {
  const record = zoneOf(settings.zone);
  const { timeZone, weights } = record;
  const { mailbox, control, idle } = zone;
  const client = makeZoneClient(zone);
  const findings = await runDemo(
    {
      mailbox,
      control,
      idle,
      timeZone,
      weights,
      usesNegativeLists: usesNegativeLists(record),
    },
    client,
    market,
    progress,
    () => Instant.parse(new Date().toISOString()),
  );
  progress.end();
  for (const line of reportLines(findings)) print(line);
  const [buyer] = market.demands;
  if (settings.keep && buyer) await tellAddresses(zone, client, buyer.organization);
  return findings.check.differences.length === 0 ? done : failed;
}

/** Runs the demo in a zone that is stopped whatever happens. */
async function inZone(settings: Settings, assembly: string): Promise<number> {
  const market = await loadMarket();
  const stop = interrupted().then(() => stoppedByHand);
  progress.step(`Synthesizing the zone ${zoneOf(settings.zone).id}.`);
  await synthesize(settings.zone, assembly);
  const zone = await startZone({ assembly, port: settings.port, onProgress: progress.step });
  try {
    const code = await Promise.race([present(zone, settings, market), stop]);
    if (settings.keep && code !== stoppedByHand) await stop;
    return code;
  } finally {
    progress.step('Stopping.');
    await zone.stop();
  }
}

process.exitCode = await runCommand({
  help,
  readSettings: () => {
    const settings = readSettings(process.argv.slice(2));
    if (settings !== 'help') zoneOf(settings.zone);
    return settings;
  },
  run: (settings, assembly) => inZone(settings, assembly).finally(progress.end),
});
