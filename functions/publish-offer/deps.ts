import { makePublishingDeps } from '../_listings/publishing.ts';
import { parseEnv } from '../_runtime/env.ts';
import { newOfferId } from '../_runtime/ids.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  return { ...makePublishingDeps('publish-offer', parseEnv(Env, variables)), newId: newOfferId };
}
