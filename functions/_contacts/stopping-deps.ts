import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeStopWriter } from '../_adapters/dynamo/stop-store.ts';
import { systemClock } from '../_runtime/clock.ts';
import { newEntryId } from '../_runtime/ids.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { stoppingFor } from './stopping.ts';

type Tables = { readonly STOPS_TABLE: string; readonly AUDIT_TABLE: string };

/** What each Lambda that takes reports of mail systems works with. */
export function makeStoppingDeps(serviceName: string, { STOPS_TABLE, AUDIT_TABLE }: Tables) {
  const client = makeDocumentClient();
  const logger = makeLogger(serviceName);
  const stops = makeStopWriter(client, STOPS_TABLE, makeAuditTrail(client, AUDIT_TABLE, newEntryId));
  return { logger, stopping: stoppingFor({ clock: systemClock, logger, stops }) };
}
