import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { originsIn } from '../../infra/bench/profile/origins.ts';
import { readProfile, sharesOf } from '../../infra/bench/profile/shares.ts';
import { bundleLambdas } from '../../infra/build-report/bundle-lambdas.ts';

const folder = mkdtempSync(join(tmpdir(), 'zonematch-profile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Frame = readonly [functionName: string, url: string, line?: number];

/** A profile in which each frame is seen so many microseconds, as V8 writes it: names as they are. */
const profileOf = (frames: readonly (readonly [Frame, number])[]) => {
  const nodes = frames.map(
    ([[name, url, line = 0]], id) =>
      `{"id":${id},"hitCount":1,"callFrame":{"functionName":"${name}","lineNumber":${line},"columnNumber":0,"scriptId":1,"url":"${url}"}}`,
  );
  const samples = JSON.stringify(frames.map((_, id) => id));
  const timeDeltas = JSON.stringify(frames.map(([, taken]) => taken));
  return readProfile(
    `{"nodes":[${nodes.join()}],"startTime":0,"endTime":1,"samples":${samples},"timeDeltas":${timeDeltas}}`,
  );
};

describe('the shares of a profile', () => {
  const files = [
    'domain/matching/match.ts',
    'node_modules/@smithy/core/a.js',
    'node_modules/@middy/core/index.js',
    'node_modules/zod/v4/core/parse.js',
    'node_modules/react-dom/a.js',
  ];
  const origin = (url: string, line: number): string | undefined => (url === 'file:///b.mjs' ? files[line] : undefined);

  it('tell whose the time of all environments was; what stood idle counts for nothing', () => {
    const one = profileOf([
      [['judge', 'file:///b.mjs', 0], 10],
      [['send', 'file:///b.mjs', 1], 20],
      [['(idle)', ''], 9000],
      [['(root)', ''], 9000],
      [['writev', '', -1], 3],
      [[String.raw`RegExp: ^(?:["\\\d]+)*\n$`, '', -1], 1],
      [['a name of\ntwo lines', '', -1], 1],
    ]);
    const other = profileOf([
      [['run', 'file:///b.mjs', 2], 5],
      [['', 'file:///b.mjs', 3], 15],
      [['', 'file:///b.mjs', 4], 5],
      [['(garbage collector)', ''], 10],
      [['(program)', ''], 9000],
      [['', '', 3], 15],
      [['nextTick', 'node:internal/process/task_queues'], 5],
      [['unknown', 'file:///else.mjs'], 10],
    ]);
    expect(Object.fromEntries(sharesOf([one, other], origin))).toEqual({
      own: 0.1,
      sdk: 0.2,
      lambda: 0.05,
      zod: 0.3,
      other: 0.05,
      garbage: 0.1,
      node: 0.1,
      around: 0.1,
    });
  });

  it('are none where nothing was seen', () => {
    expect(sharesOf([], origin).size).toBe(0);
  });

  it('are of profiles as V8 writes them, and of nothing else', () => {
    expect(() => readProfile('{"nodes":[]}')).toThrow();
  });
});

describe('where a function of a bundle was written', () => {
  it('is told of bundles as they are uploaded, and of no other file', () => {
    const lambdas = ['report-health'];
    const [bundle] = bundleLambdas(lambdas, join(folder, 'bundles'));
    const origin = originsIn(join(folder, 'origins'), lambdas);
    const { href } = pathToFileURL(bundle?.file ?? '');
    const files = Array.from({ length: 40 }, (_, at) => origin(href, at, 0) ?? '');
    expect(files.filter((file) => file.includes('node_modules')).length).toBeGreaterThan(0);
    const within = Array.from({ length: 200 }, (_, at) => origin(href, 1, at * 500) ?? '');
    expect(new Set(within).size).toBeGreaterThan(10);
    expect(origin(import.meta.url, 1, 0)).toBeUndefined();
    expect(origin('node:internal/process/task_queues', 1, 0)).toBeUndefined();
  });
});
