import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answers } from './answers.ts';
import { recordText, withZone } from './record-text.ts';
import { WrongUse } from './wrong-use.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** A text as `npm run check` wants it, imports in order. */
async function formatted(text: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const args = [biome, 'check', '--write', '--stdin-file-path=infra/zones/record.ts'];
  const run = execFile(process.execPath, args, { cwd: root }, (error, written) => {
    if (error) reject(error);
    else resolve(written);
  });
  run.stdin?.end(text);
  return promise;
}

/** Writes a record into the folder of records and names it in the list, and answers its file. Never over another. */
export async function writeRecord(answers: Answers, folder: string): Promise<string> {
  const list = join(folder, 'zones.ts');
  const file = join(folder, `${answers.id}.ts`);
  const zones = await formatted(withZone(await readFile(list, 'utf8'), answers.id));
  try {
    await writeFile(file, await formatted(recordText(answers)), { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new WrongUse(`There is a file ${answers.id}.ts already: nothing was written.`);
    throw error;
  }
  await writeFile(list, zones);
  return file;
}
