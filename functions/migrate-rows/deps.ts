import { systemAccess } from '../../domain/access/access.ts';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { deliveryEditions } from '../_adapters/dynamo/editions/delivery-editions.ts';
import { makeMigrationStore } from '../_adapters/dynamo/migration-store.ts';
import { makeRowRewriter } from '../_adapters/dynamo/table/row-rewriter.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { Env } from './env.ts';

export type Deps = ReturnType<typeof makeDeps>;

/** What this Lambda works with, from its variables. A table stands here once its rows have had a second edition. */
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
        rewritePage: makeRowRewriter(client, env.DELIVERIES_TABLE, deliveryEditions),
      },
    ],
  };
}
