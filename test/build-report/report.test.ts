import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importTimes, median } from '../../infra/build-report/import-time.ts';
import { reportLines } from '../../infra/build-report/report.ts';
import { readSettings } from '../../infra/build-report/settings.ts';

describe('the report of what is built', () => {
  const one = { lambda: 'post', answersApi: true, bytes: 2048, bytesGzipped: 1024, clients: ['sqs'] } as const;

  test('has a line for each Lambda, and says what is in the middle of those of the API', () => {
    const packages = [['zod', 1536]] as const;
    const lines = reportLines([
      {
        ...one,
        sdkBytes: 1024,
        ratio: 2,
        wholeSdkBytes: 1638,
        wholeRatio: 1.25,
        importMs: 12.34,
        sdkImportMs: 5,
        packages,
      },
      { ...one, lambda: 'relay', answersApi: false, packages },
    ]);
    expect(lines[1]).toMatch(/^post +2 +1 +1 +2\.00 +2 +1\.25 +12\.3 +5\.0 {2}zod 2$/);
    expect(lines[2]).toMatch(/^ {2}relay +2 +1 +- +- +- +- +- +- {2}zod 2$/);
    expect(lines[3]).toMatch(/^Of 2 Lambdas 1 answer the API;/);
    expect(lines[4]).toBe(
      'In the middle those of the API have 2 KiB, 2.00 times their clients, 1.25 times these as they come.',
    );
  });

  test.each([
    [['--runs', 'x'], '--runs x is no whole number from 0 to 1000.'],
    [['--runs', '1.5'], '--runs 1.5 is no whole number from 0 to 1000.'],
    [['--runs', '1001'], '--runs 1001 is no whole number from 0 to 1000.'],
    [['--lambda', '_mail'], '--lambda _mail is no Lambda: functions/_mail/handler.ts is not there.'],
    [['--zone', 'nowhere'], 'nowhere'],
  ])('is not made where %j is asked for', (args, sentence) => {
    expect(() => readSettings(args)).toThrow(sentence);
  });

  test('is made of all Lambdas, or of those that are named, each once', () => {
    expect(readSettings([])).toMatchObject({
      runs: 5,
      json: false,
      lambdas: expect.arrayContaining(['publish-offer']),
    });
    expect(readSettings(['--lambda', 'sign-in', '--lambda', 'sign-in'])).toMatchObject({ lambdas: ['sign-in'] });
  });
});

describe('the time that loading takes', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zonematch-loads-'));
    await writeFile(join(folder, 'quick.mjs'), 'export const quick = true;');
    await writeFile(
      join(folder, 'slow.mjs'),
      'const until = performance.now() + Number(process.env.BUSY_MS); while (performance.now() < until);',
    );
    await writeFile(join(folder, 'wrong.mjs'), "throw new TypeError('nothing to load');");
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('is that of the module, with its own variables, in a process of its own', async () => {
    const [quick = 0, slow = 0] = await importTimes(
      [
        { file: join(folder, 'quick.mjs'), variables: {} },
        { file: join(folder, 'slow.mjs'), variables: { BUSY_MS: '100' } },
      ],
      3,
    );
    expect(quick).toBeGreaterThan(0);
    expect(slow).toBeGreaterThan(100);
    expect(quick).toBeLessThan(slow);
  });

  test('is not told where the module cannot be loaded', async () => {
    const wrong = importTimes([{ file: join(folder, 'wrong.mjs'), variables: {} }], 1);
    await expect(wrong).rejects.toThrow(/wrong\.mjs cannot be loaded: TypeError: nothing to load/);
  });

  test('is the one in the middle, or between the two in the middle', () => {
    expect(median([3, 1, 200])).toBe(3);
    expect(median([4, 1, 200, 2])).toBe(3);
  });
});
