import { makeLogger } from '../_runtime/logger.ts';

/** What this Lambda works with. */
export function makeDeps() {
  return { logger: makeLogger('read-openapi') };
}
