import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { decodeJwt } from 'jose';
import * as z from 'zod';
import { CliFailure, exitCodes } from './failure.ts';
import { readText } from './read-text.ts';
import { path, type ZoneClient } from './zone-client.ts';

const Page = z.object({
  lines: z.array(z.string()),
  nextCursor: z.string().optional(),
  statement: z.string().optional(),
});
const Table = z.object({ table: z.string() });
const LastLine = z.object({ statement: z.string() });

type Written = { readonly lines: number; readonly statement: string };

/** The digest with one more line: as the zone works it out. */
const digestWith = (digest: string, line: string): string =>
  createHash('sha256').update(digest).update(line).digest('hex');

/** A new file that nobody else may read; one that is there is written over by nothing. */
export const makeFile = (file: string): Promise<FileHandle> =>
  open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new CliFailure(
      { zh: `${file} 无法新建：${error.code}`, en: `${file} cannot be made: ${error.code}` },
      exitCodes.wrongUse,
    );
  });

/** Writes everything that a zone keeps of an organization into a new file, the zone's word last. */
export async function writeExport(
  zone: ZoneClient,
  organization: string,
  file: string,
  onLines: (lines: number) => void,
): Promise<Written> {
  const handle = await makeFile(file);
  try {
    let lines = 0;
    let cursor: string | undefined;
    for (;;) {
      const query = cursor === undefined ? '' : `?${new URLSearchParams({ cursor })}`;
      const page = Page.parse((await zone.call('GET', path`/v1/organizations/${organization}/export` + query)).body);
      if (page.lines.length > 0) await handle.write(`${page.lines.join('\n')}\n`);
      lines += page.lines.length;
      onLines(lines);
      if (page.statement !== undefined) {
        await handle.write(`${JSON.stringify({ statement: page.statement })}\n`);
        return { lines, statement: page.statement };
      }
      cursor = page.nextCursor;
      if (cursor === undefined) throw new CliFailure({ zh: '导出没有结尾。', en: 'The export has no end.' });
    }
  } finally {
    await handle.close();
  }
}

/** What a file holds: the zone's word, and the digest and the counts that the lines have. */
export async function readExport(file: string) {
  const lines = (await readText(file)).trimEnd().split('\n');
  const last = lines.pop() ?? '';
  const counts: Record<string, number> = {};
  let digest = '';
  try {
    for (const line of lines) {
      const { table } = Table.parse(JSON.parse(line));
      counts[table] = (counts[table] ?? 0) + 1;
      digest = digestWith(digest, line);
    }
    return { ...LastLine.parse(JSON.parse(last)), digest, counts };
  } catch {
    throw new CliFailure(
      { zh: `${file} 不是完整的导出。`, en: `${file} is no export, or not a whole one.` },
      exitCodes.lookAtIt,
    );
  }
}

/** The zone's word on a file whose lines are those that it speaks of: the zone itself checks that it is its word. */
export async function wordOf(file: string): Promise<string> {
  const { statement, digest } = await readExport(file);
  if (decodeJwt(statement)['digest'] === digest) return statement;
  throw new CliFailure(
    { zh: `${file} 已被改动：未删除任何数据。`, en: `${file} was altered: nothing was deleted.` },
    exitCodes.lookAtIt,
  );
}
