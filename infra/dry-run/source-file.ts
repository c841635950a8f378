import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { WrongUse } from './wrong-use.ts';

export type SourceFile = { readonly path: string; readonly size: number };

/** A line that is not blank, by its number from 1; `bytesRead` is how far into the file its reader is. */
export type NumberedLine = { readonly number: number; readonly text: string; readonly bytesRead: number };

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

const unreadable = (path: string, error: unknown): WrongUse =>
  new WrongUse(codeOf(error) === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${codeOf(error)}.`);

/** Without the byte order mark that some editors begin a file with. */
const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');

/** The file, if there is one to read. Throws WrongUse where there is not. */
export async function findFile(path: string): Promise<SourceFile> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (found.isDirectory()) throw new WrongUse(`${path} is a folder, not a file.`);
  return { path, size: found.size };
}

/** The whole text of a small file. Throws WrongUse where it cannot be read. */
export async function textOf({ path }: SourceFile): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  return withoutMark(text);
}

/**
 * readline also ends a line at U+2028 and U+2029, which JSON allows inside a string (RFC 8259, section 7): escaped, they
 * mean the same there and the numbers of the lines stay right.
 */
async function* withoutSeparators(text: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const part of text) yield part.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** Reads a file line by line, no faster than its lines are taken. Throws WrongUse where it cannot be read. */
export async function* linesOf({ path }: SourceFile): AsyncGenerator<NumberedLine> {
  const bytes = createReadStream(path, 'utf8');
  const input = Readable.from(withoutSeparators(bytes));
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  try {
    for await (const line of lines) {
      number += 1;
      const text = number === 1 ? withoutMark(line) : line;
      if (text.trim() !== '') yield { number, text, bytesRead: bytes.bytesRead };
    }
  } catch (error) {
    throw codeOf(error) === 'unknown' ? error : unreadable(path, error);
  } finally {
    // Ends the reading of the file too, also where the lines are not all taken.
    lines.close();
    input.destroy();
  }
}
