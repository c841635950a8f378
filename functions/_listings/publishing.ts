import { z } from 'zod';
import { makeAuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeListingPublisher } from '../_adapters/dynamo/listing-writer.ts';
import { makeOrganizationReader } from '../_adapters/dynamo/organization-store.ts';
import { IndexEnv } from '../_matching/index-env.ts';
import { admitting } from '../_organizations/standing.ts';
import { systemClock } from '../_runtime/clock.ts';
import { newEntryId } from '../_runtime/ids.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { makeRequestCounter } from '../_runtime/request-counter.ts';
import { RequestRateEnv } from '../_runtime/request-rate.ts';

/** The variables of each Lambda that records new listings. */
export const PublishingEnv = z.object({
  LISTINGS_TABLE: z.string().min(1),
  ...IndexEnv.shape,
  REQUESTS_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
  ORGANIZATIONS_TABLE: z.string().min(1),
  LISTINGS_AN_ORGANIZATION: z.coerce.number().int().min(1),
  ...RequestRateEnv.shape,
});

/** What each such Lambda works with. */
export function makePublishingDeps(serviceName: string, env: z.infer<typeof PublishingEnv>) {
  const tables = {
    listings: env.LISTINGS_TABLE,
    candidates: env.CANDIDATES_TABLE,
    partitions: env.CANDIDATE_PARTITIONS,
    requests: env.REQUESTS_TABLE,
    usage: env.USAGE_TABLE,
    mostListings: env.LISTINGS_AN_ORGANIZATION,
  };
  const client = makeDocumentClient();
  const audit = makeAuditTrail(client, env.AUDIT_TABLE, newEntryId);
  return {
    logger: makeLogger(serviceName),
    clock: systemClock,
    countRequest: admitting(makeRequestCounter(client, env), makeOrganizationReader(client, env.ORGANIZATIONS_TABLE)),
    publisher: makeListingPublisher(client, tables, audit),
  };
}
