import { SQSClient } from '@aws-sdk/client-sqs';
import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeBodySender, makeHeldMessages } from '../_adapters/sqs/held-messages.ts';
import { systemClock } from '../_runtime/clock.ts';
import { parseEnv } from '../_runtime/env.ts';
import { newEntryId } from '../_runtime/ids.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const sqs = new SQSClient({});
  const urlOf = (name: string): string => env.ANY_QUEUE_URL.replace(/[^/]+$/, name);
  return {
    logger: makeLogger('keep-parked-messages'),
    clock: systemClock,
    elapsed: (): number => performance.now(),
    audit: makeAuditTrail(makeDocumentClient(), env.AUDIT_TABLE, newEntryId),
    places: Object.entries(env.PARKING).map(([name, { deadLetters, queue }]) => ({
      name,
      held: makeHeldMessages(sqs, urlOf(deadLetters)),
      putBack: queue === undefined ? undefined : makeBodySender(sqs, urlOf(queue)),
    })),
  };
}
