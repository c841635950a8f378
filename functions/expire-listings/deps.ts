import { systemAccess } from '../../domain/access/access.ts';
import { makeRevisingDeps } from '../_listings/revising.ts';
import { parseEnv } from '../_runtime/env.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const access = systemAccess('expire-listings');
  return { ...makeRevisingDeps('expire-listings', parseEnv(Env, variables)), access };
}
