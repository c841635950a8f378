import { z } from 'zod';
import { makeDocumentClient } from '../_adapters/dynamo/client.ts';
import { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import { makeListingWriter } from '../_adapters/dynamo/listing-writer.ts';
import { systemClock } from '../_runtime/clock.ts';
import { makeLogger } from '../_runtime/logger.ts';

/** The variables of each Lambda that gives listings their next version. */
export const RevisingEnv = z.object({ LISTINGS_TABLE: z.string().min(1), CANDIDATES_TABLE: z.string().min(1) });

/** What each such Lambda works with. */
export function makeRevisingDeps(serviceName: string, env: z.infer<typeof RevisingEnv>) {
  const client = makeDocumentClient();
  return {
    logger: makeLogger(serviceName),
    clock: systemClock,
    reader: makeListingReader(client, env.LISTINGS_TABLE),
    writer: makeListingWriter(client, { listings: env.LISTINGS_TABLE, candidates: env.CANDIDATES_TABLE }),
  };
}
