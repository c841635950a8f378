import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeStopReader, makeStopWriter } from '../_adapters/dynamo/stop-store.ts';
import { systemClock } from '../_runtime/clock.ts';
import { parseEnv } from '../_runtime/env.ts';
import { newEntryId } from '../_runtime/ids.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const client = makeDocumentClient();
  return {
    logger: makeLogger('keep-stops'),
    clock: systemClock,
    stops: {
      ...makeStopReader(client, env.STOPS_TABLE),
      ...makeStopWriter(client, env.STOPS_TABLE, makeAuditTrail(client, env.AUDIT_TABLE, newEntryId)),
    },
  };
}
