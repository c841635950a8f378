import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { print, tell } from '../local/terminal.ts';
import { lossesOf, type Templates } from './losses.ts';

const done = 0;
const loses = 1;
const wrongUse = 2;
const suffix = '.template.json';

/** The templates that CDK synthesized into a folder. */
const templatesIn = (folder: string): Templates =>
  new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith(suffix))
      .map((file) => [file.slice(0, -suffix.length), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  );

function main([before, after]: readonly string[]): number {
  if (before === undefined || after === undefined) {
    tell('Two folders are needed, with what CDK synthesized before and after the change: see .ci/diff.');
    return wrongUse;
  }
  const { certain, possible } = lossesOf(templatesIn(before), templatesIn(after));
  for (const sentence of possible) print(`LOOK: ${sentence}`);
  for (const sentence of certain) print(`LOSES DATA: ${sentence}`);
  if (certain.length === 0) print('Nothing that holds data would be replaced or removed.');
  return certain.length === 0 ? done : loses;
}

process.exitCode = main(process.argv.slice(2));
