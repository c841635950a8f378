import { makeLogger } from '../_runtime/logger.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with. */
export function makeDeps() {
  return { logger: makeLogger('read-vocabulary') };
}
