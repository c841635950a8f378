import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { now } from '../builders/moment.ts';

const cli = new URL('../../infra/dry-run/cli.ts', import.meta.url).pathname;

type Criterion = {
  readonly criterion: string;
  readonly outcome: string;
  readonly score: number | null;
  readonly weight: number;
  readonly reason: { readonly code: string; readonly facts: object; readonly zh: string; readonly en: string };
};

/** A line of standard output, as a reader of it has it. */
type PrintedPair = {
  readonly offerId: string;
  readonly demandId: string;
  readonly outcome: string;
  readonly score: number;
  readonly criteria: readonly Criterion[];
  readonly rulebook: string;
  readonly remedy?: readonly object[];
};

export type Ended<Pair> = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly pairs: readonly Pair[];
};

/** A file as it is to stand on disk, or its lines as objects. */
export type Content = string | readonly object[];

export const lines = (content: Content): string =>
  typeof content === 'string' ? content : content.map((line) => `${JSON.stringify(line)}\n`).join('');

/** The arguments that every run needs, for the files that `inFolder` writes, at the moment of the fixtures. */
export const needed: readonly string[] = [
  ...['--zone', 'cn-bj-data-pilot', '--now', now],
  ...['--offers', 'offers.jsonl', '--demands', 'demands.jsonl', '--organizations', 'orgs.jsonl'],
];

/** A folder with the files, by their names; gone once the test is. */
export async function inFolder(files: Readonly<Record<string, Content>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zonematch-dry-run-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), lines(content));
  }
  return folder;
}

/** Starts the real CLI in a folder. */
export const start = (folder: string, args: readonly string[]) =>
  spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

/** Runs the real CLI in a folder with the files, to its end. */
export async function match<Pair = PrintedPair>(
  files: Readonly<Record<string, Content>>,
  args: readonly string[],
): Promise<Ended<Pair>> {
  const child = start(await inFolder(files), args);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    stdout += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const isJson = stdout.startsWith('{');
  const pairs = isJson
    ? stdout
        .trimEnd()
        .split('\n')
        .map((line): Pair => JSON.parse(line))
    : [];
  return { code, stdout, stderr, pairs };
}
