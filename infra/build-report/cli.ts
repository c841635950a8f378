import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsOf } from '../local/command.ts';
import { LocalFailure } from '../local/local-failure.ts';
import { synthesize } from '../local/synthesize.ts';
import { print, tell, tellFailure } from '../local/terminal.ts';
import { bundleLambdas } from './bundle-lambdas.ts';
import { lookAt } from './look-at.ts';
import { type Line, reportLines } from './report.ts';
import { help, readSettings, type Settings } from './settings.ts';
import { zoneLambdas } from './zone-lambdas.ts';

const done = 0;
const failed = 1;

async function report({ zone, lambdas, runs }: Settings, folder: string): Promise<readonly Line[]> {
  tell(`Synthesizing the zone ${zone}.`);
  const assembly = join(folder, 'assembly');
  await synthesize(zone, assembly);
  const deployed = zoneLambdas(assembly);
  const bundles = bundleLambdas(lambdas, join(folder, 'bundles'));
  const lines: Line[] = [];
  for (const [index, bundle] of bundles.entries()) {
    tell(`${index + 1} of ${bundles.length}: ${bundle.lambda}`);
    const line = await lookAt(bundle, { deployed, runs, folder });
    if (line) lines.push(line);
    else tell(`The zone ${zone} has no Lambda ${bundle.lambda}: left out.`);
  }
  return lines;
}

async function main(): Promise<number> {
  const asked = settingsOf({ help, readSettings: () => readSettings(process.argv.slice(2)) });
  if ('exit' in asked) return asked.exit;
  const { settings } = asked;
  const folder = await mkdtemp(join(tmpdir(), 'zonematch-report-'));
  try {
    const lines = await report(settings, folder);
    if (settings.json) print(JSON.stringify({ zone: settings.zone, runs: settings.runs, lambdas: lines }));
    else for (const line of reportLines(lines)) print(line);
    return done;
  } catch (error) {
    tellFailure(error instanceof Error ? new LocalFailure(error.message) : error);
    return failed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
