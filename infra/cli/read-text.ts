import { readFile } from 'node:fs/promises';
import { CliFailure, exitCodes } from './failure.ts';

/** What a file holds that the command line names. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new CliFailure({ zh: `${file} 不可读。`, en: `${file} cannot be read.` }, exitCodes.wrongUse);
  }
}

/** The same as JSON. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch {
    throw new CliFailure({ zh: `${file} 不是 JSON。`, en: `${file} is no JSON.` }, exitCodes.wrongUse);
  }
}
