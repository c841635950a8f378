import { z } from 'zod';
import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeListingWriter } from '../_adapters/dynamo/listing-writer.ts';
import { IndexEnv } from '../_matching/index-env.ts';
import { systemClock } from '../_runtime/clock.ts';
import { newEntryId } from '../_runtime/ids.ts';
import { makeLogger } from '../_runtime/logger.ts';

/** The variables of each Lambda that gives listings their next version. */
export const RevisingEnv = z.object({
  LISTINGS_TABLE: z.string().min(1),
  ...IndexEnv.shape,
  AUDIT_TABLE: z.string().min(1),
  USAGE_TABLE: z.string().min(1),
  LISTINGS_AN_ORGANIZATION: z.coerce.number().int().min(1),
});

/** What each such Lambda works with. */
export function makeRevisingDeps(serviceName: string, env: z.infer<typeof RevisingEnv>) {
  const client = makeDocumentClient();
  const tables = {
    listings: env.LISTINGS_TABLE,
    candidates: env.CANDIDATES_TABLE,
    partitions: env.CANDIDATE_PARTITIONS,
    usage: env.USAGE_TABLE,
    mostListings: env.LISTINGS_AN_ORGANIZATION,
  };
  return {
    logger: makeLogger(serviceName),
    clock: systemClock,
    reader: makeListingReader(client, env.LISTINGS_TABLE),
    writer: makeListingWriter(client, tables, makeAuditTrail(client, env.AUDIT_TABLE, newEntryId)),
  };
}
