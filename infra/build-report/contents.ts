import type { Metafile } from 'esbuild';

/** What of a bundle comes from which file, in bytes; files that nothing was taken from are left out. */
export type Contents = ReadonlyMap<string, number>;

/** What is in one of the outputs that esbuild tells of. */
export function contentsOf({ inputs }: Metafile['outputs'][string]): Contents {
  return new Map(
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [[file, bytesInOutput]] : [])),
  );
}

/** Whose a file is: the innermost package that holds it, or the first two folders of our own. */
export function packageOf(file: string): string {
  const within = file.split('node_modules/').at(-1) ?? file;
  const steps = within.split('/');
  if (within === file) return steps.slice(0, 2).join('/');
  return steps.slice(0, within.startsWith('@') ? 2 : 1).join('/');
}

/** The bytes of each package, the greatest first. */
export function byPackage(contents: Contents): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const [file, bytes] of contents) sums.set(packageOf(file), (sums.get(packageOf(file)) ?? 0) + bytes);
  return [...sums].toSorted(([, a], [, b]) => b - a);
}
