import { relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { togetherComplaints } from './check-together.ts';
import { zoneComplaints } from './check-zone.ts';
import { type Ask, readAnswers, zoneFrom } from './tool/answers.ts';
import { differences } from './tool/compare.ts';
import { notesOn } from './tool/notes.ts';
import { help, readSettings, type Said } from './tool/settings.ts';
import { writeRecord } from './tool/write-record.ts';
import { WrongUse } from './tool/wrong-use.ts';
import type { Zone } from './zone.ts';
import { zoneOf, zones } from './zones.ts';

const done = 0;
const unsound = 1;
const wrongUse = 2;

const folder = fileURLToPath(new URL('.', import.meta.url));

// Whoever reads no further, as `head` does, has read enough.
process.stdout.on('error', () => process.exit());

const print = (lines: readonly string[]): void => {
  for (const line of lines) process.stdout.write(`${line}\n`);
};

const tell = (lines: readonly string[]): void => {
  for (const line of lines) process.stderr.write(`${line}\n`);
};

/** The zone's record. Throws WrongUse where there is none. */
function knownZone(id: string): Zone {
  try {
    return zoneOf(id);
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

function checkRecord(zone: Zone): number {
  const complaints = zoneComplaints(zone);
  if (complaints.length > 0) {
    print([`${zone.id} cannot be deployed:`, ...complaints.map((complaint) => `  ${complaint}`)]);
    return unsound;
  }
  const notes = notesOn(zone);
  print([
    `${zone.id} is sound.`,
    ...(notes.length > 0 ? ['  Before a deploy:'] : []),
    ...notes.map((note) => `    ${note}`),
  ]);
  return done;
}

function checkRecords(chosen: readonly Zone[]): number {
  const complaints = togetherComplaints(zones);
  print(complaints);
  return Math.max(complaints.length > 0 ? unsound : done, ...chosen.map(checkRecord));
}

async function newRecord(id: string, said: Said): Promise<number> {
  if (zones.some((zone) => zone.id === id)) throw new WrongUse(`There is a record of ${id} already.`);
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stderr }) : undefined;
  const left = new AbortController();
  terminal?.once('close', () => left.abort(new WrongUse('Nothing was written.')));
  const ask: Ask = terminal && ((question) => terminal.question(question, left));
  try {
    const answers = await readAnswers(id, said, ask);
    const zone = zoneFrom(answers);
    const complaints = [...zoneComplaints(zone), ...togetherComplaints([...zones, zone])];
    if (complaints.length > 0) {
      tell(['Nothing was written:', ...complaints.map((complaint) => `  ${complaint}`)]);
      return wrongUse;
    }
    const file = relative(process.cwd(), await writeRecord(answers, folder));
    print([`Written: ${file}, and named in zones.ts.`]);
    return checkRecord(zone);
  } finally {
    terminal?.close();
  }
}

async function main(): Promise<number> {
  const settings = readSettings(process.argv.slice(2));
  switch (settings.task) {
    case 'help':
      print([help]);
      return done;
    case 'check':
      return checkRecords(settings.id === undefined ? zones : [knownZone(settings.id)]);
    case 'diff': {
      const [one, other] = settings.ids.map(knownZone);
      const found = one && other ? differences(one, other) : [];
      print(found.length > 0 ? found : ['No setting differs.']);
      return done;
    }
    case 'new':
      return newRecord(settings.id, settings.said);
  }
}

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof WrongUse)) throw error;
  tell([error.message]);
  return wrongUse;
});
