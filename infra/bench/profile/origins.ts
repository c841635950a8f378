import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { bundling, entriesOf, lambdaFolders } from '../../lambda/bundling.ts';
import type { Origin } from './shares.ts';

/** Where the functions of bundles were written: those of Lambdas that are built as these are, byte by byte. */
export function originsIn(outdir: string, folders = lambdaFolders()): Origin {
  const { outputFiles } = buildSync({
    ...bundling,
    ...entriesOf(folders, outdir),
    sourcemap: 'external',
    write: false,
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const mapsByCode = new Map(
    [...texts].flatMap(([path, code]) => {
      const map = texts.get(`${path}.map`);
      return map === undefined ? [] : [[code, map] as const];
    }),
  );
  const read = new Map<string, SourceMap | undefined>();
  const mapOf = (url: string): SourceMap | undefined => {
    if (!read.has(url)) {
      const map = url.startsWith('file:') ? mapsByCode.get(readFileSync(fileURLToPath(url), 'utf8')) : undefined;
      read.set(url, map === undefined ? undefined : new SourceMap(JSON.parse(map)));
    }
    return read.get(url);
  };
  return (url, line, column) => {
    const entry = mapOf(url)?.findEntry(line, column);
    return entry && 'originalSource' in entry ? entry.originalSource : undefined;
  };
}
