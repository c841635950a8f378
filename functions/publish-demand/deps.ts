import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makePublishingDeps } from '../_listings/publishing.ts';
import { makeJudgingDeps } from '../_matching/judging.ts';
import { parseEnv } from '../_runtime/env.ts';
import { newDemandId } from '../_runtime/ids.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  return {
    ...makePublishingDeps('publish-demand', env),
    judging: makeJudgingDeps(makeDocumentClient(), env, 'publish-demand'),
    newId: newDemandId,
  };
}
