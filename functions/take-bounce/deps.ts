import { makeStoppingDeps } from '../_contacts/stopping-deps.ts';
import { parseEnv } from '../_runtime/env.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export const makeDeps = (variables: Record<string, string | undefined> = process.env) =>
  makeStoppingDeps('take-bounce', parseEnv(Env, variables));
