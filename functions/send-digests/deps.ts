import { makeTellingDeps } from '../_notification/telling-deps.ts';
import { parseEnv } from '../_runtime/env.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. What it tells is told with the mails of a day, and counts as one. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const deps = makeTellingDeps('send-digests', parseEnv(Env, variables));
  return { ...deps, allowances: { instant: deps.allowances.daily, daily: deps.allowances.daily } };
}
