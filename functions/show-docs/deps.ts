import { readFileSync } from 'node:fs';
import { makeLogger } from '../_runtime/logger.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with: the viewer's files lie beside its code. */
export function makeDeps() {
  return {
    logger: makeLogger('show-docs'),
    readFile: (name: string): Buffer => readFileSync(new URL(`./${name}`, import.meta.url)),
  };
}
