import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeJudgingDeps } from '../_matching/judging.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  return {
    ...makeJudgingDeps(makeDocumentClient(), parseEnv(Env, variables)),
    logger: makeLogger('read-near-matches'),
  };
}
