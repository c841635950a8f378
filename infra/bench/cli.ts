import { writeFile } from 'node:fs/promises';
import { runCommand } from '../local/command.ts';
import { LocalFailure } from '../local/local-failure.ts';
import { synthesize } from '../local/synthesize.ts';
import { print, tell } from '../local/terminal.ts';
import { type Figure, figureLines } from './figure.ts';
import { measureJudging } from './judging.ts';
import { measureReads } from './reading.ts';
import { help, type Part, readSettings, type Settings } from './settings.ts';
import { measureZone } from './whole-zone.ts';

const zone = 'cn-bj-data-pilot';

/** Measures one part. What needs a zone finds it synthesized in the folder. */
async function measure(part: Part, settings: Settings, assembly: string): Promise<readonly Figure[]> {
  switch (part) {
    case 'judge':
      return settings.demands.flatMap((demands) => measureJudging(demands, tell));
    case 'zone':
      return measureZone(assembly, settings.posts, tell);
    case 'reads':
      return measureReads(assembly, zone, settings.listings, tell);
    case 'bundles':
      return [];
  }
}

process.exitCode = await runCommand({
  help,
  readSettings: () => readSettings(process.argv.slice(2)),
  isWrongUse: (error) => error instanceof LocalFailure,
  async run(settings, assembly) {
    if (settings.parts.some((part) => part === 'zone' || part === 'reads')) {
      tell(`Synthesizing the zone ${zone}.`);
      await synthesize(zone, assembly);
    }
    const figures: Figure[] = [];
    for (const part of settings.parts) figures.push(...(await measure(part, settings, assembly)));
    await writeFile(settings.json, `${JSON.stringify({ node: process.version, figures }, undefined, 2)}\n`);
    for (const line of figureLines(figures)) print(line);
    return 0;
  },
});
