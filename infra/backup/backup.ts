import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Digest, type Item, RowDigest } from './digest.ts';
import { itemIn, lineOf } from './row-lines.ts';
import { scanTable } from './scan-table.ts';
import { writeRows } from './write-rows.ts';
import { tablesOf } from './zone-tables.ts';

const Manifest = z.strictObject({
  zone: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  tables: z.record(z.string(), z.strictObject({ rows: z.int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

/** A file is not what was written: rows are missing, or were changed. */
class BackupDamaged extends Error {
  override readonly name = 'BackupDamaged';
}

const fileOf = (folder: string, kind: string): string => join(folder, `${kind}.jsonl`);
const manifestFile = (folder: string): string => join(folder, 'manifest.json');

async function exportTable(client: DynamoDBClient, name: string, file: string): Promise<Digest> {
  const out = createWriteStream(file, { mode: 0o600 });
  const digest = await scanTable(client, name, async (items) => {
    if (!out.write(items.map((item) => `${lineOf(item)}\n`).join(''))) await once(out, 'drain');
  });
  out.end();
  await once(out, 'finish');
  return digest;
}

/** Writes every row of a zone's tables to a folder, a JSON line each, with counts and digests. For its owner's eyes alone. */
export async function exportZone(
  client: DynamoDBClient,
  zone: string,
  folder: string,
  clock: () => string,
): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const from = clock();
  const tables: Record<string, Digest> = {};
  for (const { kind, name } of await tablesOf(client, zone))
    tables[kind] = await exportTable(client, name, fileOf(folder, kind));
  const manifest = { zone, from, to: clock(), tables };
  await writeFile(manifestFile(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  return manifest;
}

const readManifest = async (folder: string): Promise<Manifest> =>
  Manifest.parse(JSON.parse(await readFile(manifestFile(folder), 'utf8')));

const linesOf = (file: string): AsyncIterable<string> => createInterface({ input: createReadStream(file) });

/** Throws BackupDamaged where a file has not the rows that were written to it. */
async function checkFile(file: string, expected: Digest): Promise<void> {
  const digest = new RowDigest();
  for await (const line of linesOf(file)) digest.add(itemIn(line));
  if (digest.value.sha256 !== expected.sha256)
    throw new BackupDamaged(`${file} has ${digest.value.rows} rows of ${expected.rows}, or others than were written`);
}

async function restoreTable(client: DynamoDBClient, name: string, file: string): Promise<void> {
  let page: Item[] = [];
  for await (const line of linesOf(file)) {
    page.push(itemIn(line));
    if (page.length < 500) continue;
    await writeRows(client, name, page);
    page = [];
  }
  await writeRows(client, name, page);
}

/**
 * Writes a backup's rows back over what stands in the tables, those first that say what was told to whom. Throws BackupDamaged
 * before it has written anything where a file is not what was written.
 */
export async function restoreZone(
  client: DynamoDBClient,
  zone: string,
  folder: string,
  onTable: (kind: string, rows: number) => void = () => undefined,
): Promise<void> {
  const { tables } = await readManifest(folder);
  const kept = (await tablesOf(client, zone)).flatMap(({ kind, name }) => {
    const expected = tables[kind];
    return expected ? [{ kind, name, expected, file: fileOf(folder, kind) }] : [];
  });
  for (const { file, expected } of kept) await checkFile(file, expected);
  for (const { kind, name, file, expected } of kept) {
    await restoreTable(client, name, file);
    onTable(kind, expected.rows);
  }
}

/** Writes every row of one table into another, over what stands under their keys; answers the digest of what was read. */
export const copyTable = (client: DynamoDBClient, from: string, to: string): Promise<Digest> =>
  scanTable(client, from, (items) => writeRows(client, to, items));

/** Which tables do not hold what the backup does: by kind, how many rows they have and how many they should. */
export async function differences(client: DynamoDBClient, zone: string, folder: string): Promise<readonly string[]> {
  const { tables } = await readManifest(folder);
  const found: string[] = [];
  for (const { kind, name } of await tablesOf(client, zone)) {
    const [expected, there] = [tables[kind], await scanTable(client, name)];
    if (expected?.sha256 !== there.sha256)
      found.push(`${kind}: ${there.rows} rows, ${expected?.rows ?? 0} in the backup`);
  }
  return found;
}
