import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeOrganizationStore } from '../_adapters/dynamo/organization-store.ts';
import { systemClock } from '../_runtime/clock.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  return {
    clock: systemClock,
    logger: makeLogger('keep-organization'),
    organizations: makeOrganizationStore(makeDocumentClient(), env.ORGANIZATIONS_TABLE),
  };
}
