import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { prices } from '../cost/prices/prices.ts';
import { settingsOf } from '../local/command.ts';
import { LocalFailure } from '../local/local-failure.ts';
import { print, tell, tellFailure } from '../local/terminal.ts';
import { type FigureFile, guessesIn, measuredFigures, readFigures, valuesOf } from './figures.ts';
import { postCosts } from './post-cost.ts';
import { dayJson, dayLines } from './report.ts';
import { help, readSettings, type Settings } from './settings.ts';
import { simulate } from './simulate.ts';

const done = 0;
const wrongUse = 2;

async function figuresOf({ figures }: Settings): Promise<FigureFile> {
  if (figures === undefined) return measuredFigures;
  try {
    return readFigures(JSON.parse(await readFile(figures, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new LocalFailure(`--figures ${figures} cannot be read: ${why}`);
  }
}

async function run(settings: Settings): Promise<void> {
  const file = await figuresOf(settings);
  const setup = settings.setup(valuesOf(file));
  const day = simulate(setup, (hour) => hour % 4 === 0 && tell(`It is ${hour} o’clock in ${settings.zone.id}.`));
  const costs = postCosts(setup);
  const at = prices[settings.zone.region];
  if (settings.json) print(JSON.stringify({ zone: settings.zone.id, ...dayJson(day, costs, at, setup) }));
  else for (const line of dayLines(day, costs, at, guessesIn(file))) print(line);
}

async function main(): Promise<number> {
  const asked = settingsOf({ help, readSettings: () => readSettings(process.argv.slice(2)) });
  if ('exit' in asked) return asked.exit;
  const { settings } = asked;
  try {
    await run(settings);
    return done;
  } catch (error) {
    tellFailure(error);
    return error instanceof LocalFailure ? wrongUse : 1;
  }
}

process.exitCode = await main();
