import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { bundling, entriesOf, root } from '../lambda/bundling.ts';
import { type Contents, contentsOf } from './contents.ts';

/** A Lambda's bundle, by the folder of its code. */
export type Bundle = {
  readonly lambda: string;
  readonly file: string;
  readonly bytes: number;
  readonly contents: Contents;
};

/** Bundles Lambdas as they are uploaded, into a folder of their own. */
export function bundleLambdas(folders: readonly string[], outdir: string): readonly Bundle[] {
  const { outputs } = buildSync({ ...bundling, ...entriesOf(folders, outdir), metafile: true }).metafile;
  return Object.entries(outputs)
    .map(([path, output]) => ({
      lambda: path.split('/').at(-2) ?? '',
      file: `${root}${path}`,
      bytes: output.bytes,
      contents: contentsOf(output),
    }))
    .toSorted((a, b) => a.lambda.localeCompare(b.lambda));
}

export const gzippedBytes = (file: string): number => gzipSync(readFileSync(file)).byteLength;
