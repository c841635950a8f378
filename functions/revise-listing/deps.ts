import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeRevisingDeps } from '../_listings/revising.ts';
import { makeJudgingDeps } from '../_matching/judging.ts';
import { admitting } from '../_organizations/standing.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeRequestCounter } from '../_runtime/request-counter.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const client = makeDocumentClient();
  const judging = makeJudgingDeps(client, env, 'revise-listing');
  return {
    ...makeRevisingDeps('revise-listing', env),
    judging,
    countRequest: admitting(makeRequestCounter(client, env), judging.organizations),
  };
}
