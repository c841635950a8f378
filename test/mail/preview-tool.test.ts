import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../infra/mail-preview/settings.ts';

const tool = new URL('../../infra/mail-preview/cli.ts', import.meta.url).pathname;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mails-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const preview = (...args: readonly string[]) =>
  new Promise<{ code: number; told: string }>((resolve) => {
    const env = { ...process.env, CHROMIUM: join(folder, 'no-chromium') };
    const child = execFile(process.execPath, [tool, ...args], { env }, (_, out, told) =>
      resolve({ code: child.exitCode ?? 1, told: out + told }),
    );
  });

describe('npm run mail:preview', () => {
  it('writes HTML, text and a page that shows them, with progress, where no pictures are asked for', async () => {
    const { code, told } = await preview('--no-pictures', '--only', 'nothing-yet', '--out', folder);
    expect({ code, told }).toMatchObject({
      code: 0,
      told: expect.stringContaining('4 of 4  nothing-yet-no-remedy-en'),
    });
    const files = await readdir(folder);
    expect(files).toHaveLength(9);
    const index = await readFile(join(folder, 'index.html'), 'utf8');
    for (const file of files.filter((name) => name !== 'index.html')) expect(index).toContain(`href="${file}"`);
    expect(index).not.toContain('<img');
  });

  it('says where it looked for Chromium, and how to do without', async () => {
    const { code, told } = await preview('--out', folder);
    expect(code).toBe(2);
    expect(told).toBe(
      `There is no Chromium at ${folder}/no-chromium: set CHROMIUM to where it is, or leave the pictures out (--no-pictures).\n`,
    );
  });

  it('refuses what it does not know', async () => {
    expect(() => readSettings(['--width', '10'])).toThrow("Unknown option '--width'");
    expect((await preview('--no-pictures', '--only', 'postcard', '--out', folder)).told).toContain('“postcard”');
    expect(readSettings(['--help'])).toBe('help');
  });
});
