import type { Allowance } from '../_notification/allowance.ts';
import { makeTellingDeps } from '../_notification/telling-deps.ts';
import { parseEnv } from '../_runtime/env.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What is told with the mails of a day counts against no share of it. */
const unlimited: Allowance = { isUsedUp: async () => false, use: async () => undefined };

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  return { ...makeTellingDeps('send-digests', parseEnv(Env, variables)), allowance: unlimited };
}
