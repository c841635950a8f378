import { systemAccess } from '../../domain/access/access.ts';
import { compactForm } from '../../domain/matching/compact/compact-listing.ts';
import { makeIndexRewriter } from '../_adapters/dynamo/candidates/index-rewriter.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { deliveryEditions } from '../_adapters/dynamo/editions/delivery-editions.ts';
import { makeMigrationStore } from '../_adapters/dynamo/migration-store.ts';
import { makeRowRewriter } from '../_adapters/dynamo/table/row-rewriter.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. A table stands here once its rows have had a second edition, and the index, which follows from listings and from how it is spread. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const client = makeDocumentClient();
  return {
    logger: makeLogger('migrate-rows'),
    access: systemAccess('migrate-rows'),
    progress: makeMigrationStore(client, env.USAGE_TABLE),
    tables: [
      {
        table: 'deliveries',
        edition: deliveryEditions.current,
        setting: undefined,
        rewritePage: makeRowRewriter(client, env.DELIVERIES_TABLE, deliveryEditions),
      },
      {
        table: 'candidates',
        edition: compactForm,
        setting: JSON.stringify(env.CANDIDATE_PARTITIONS),
        rewritePage: makeIndexRewriter(client, {
          listings: env.LISTINGS_TABLE,
          candidates: env.CANDIDATES_TABLE,
          partitions: env.CANDIDATE_PARTITIONS,
        }),
      },
    ],
  };
}
