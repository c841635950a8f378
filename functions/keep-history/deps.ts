import { systemAccess } from '../../domain/access/access.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeHistoryStore } from '../_adapters/dynamo/history-store.ts';
import { makeRecheckStore } from '../_adapters/dynamo/recheck-store.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const client = makeDocumentClient();
  return {
    access: systemAccess('keep-history'),
    logger: makeLogger('keep-history'),
    history: makeHistoryStore(client, env.HISTORY_TABLE),
    rechecks: makeRecheckStore(client, env.RECHECKS_TABLE),
  };
}
