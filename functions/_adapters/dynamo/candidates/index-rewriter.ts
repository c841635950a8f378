import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import type { SystemAccess } from '../../../../domain/access/access.ts';
import type { Listing } from '../../../../domain/listing/listing.ts';
import { candidateKey, listingKey } from '../keys.ts';
import { listingTable } from '../listing-rows.ts';
import { shape } from '../shape.ts';
import type { Row } from '../table/guarded-table.ts';
import type { Page, Place } from '../table/row-rewriter.ts';
import { tryTransact } from '../table/transact.ts';
import { candidateRow } from './candidate-rows.ts';
import { type IndexTable, listedUnder, makeCandidateWrites } from './candidate-writes.ts';
import { sendingMs } from './journal.ts';
import { indexTable } from './partition-reader.ts';

const writesAtOnce = 16;

const bytesOf = (value: unknown): Buffer => Buffer.from(value instanceof Uint8Array ? value : []);

/** Whether a row says of a listing what would be written today. */
function isAsWritten(row: Row | undefined, listing: Listing): boolean {
  const { v, c } = candidateRow(listing);
  return row !== undefined && row['v'] === v && bytesOf(row['c']).equals(bytesOf(c));
}

/**
 * Walks through the listings, and has the index say of each that is listed what would be written today, where that would stand
 * and nowhere else: only its listing knows that. One that somebody changes meanwhile is that one's.
 */
export function makeIndexRewriter(client: DynamoDBDocumentClient, index: IndexTable & { readonly listings: string }) {
  const { candidates, partitions } = index;
  const listings = listingTable(client, index.listings);
  const rows = indexTable(client, candidates, (row): Row => row);
  const writes = makeCandidateWrites(client, index);
  const { partitionKey } = shape.candidates;

  /** Whether just what should stand under each of its domains does. */
  async function isRight(access: SystemAccess, listing: Listing): Promise<boolean> {
    const keyOf = (domain: string, width: number) => candidateKey(access, listing.id, domain, width);
    const domains = listedUnder(listing);
    const all = domains.flatMap((domain) => partitions.read.map((width) => keyOf(domain, width)));
    const found = new Map((await rows.getMany(access, all)).map((row) => [row[partitionKey], row]));
    const right = domains.map((domain) => found.get(keyOf(domain, partitions.write).attributes[partitionKey]));
    return found.size === domains.length && right.every((row) => isAsWritten(row, listing));
  }

  async function rewrite(access: SystemAccess, listing: Listing): Promise<boolean> {
    const asRead = listings.checking(listingKey(access, listing.id), {
      ConditionExpression: 'version = :version',
      ExpressionAttributeValues: { ':version': listing.version },
    });
    const all = [asRead, ...writes(access, listing, listing)];
    return (await tryTransact(client, all, AbortSignal.timeout(sendingMs))).length === 0;
  }

  /** One page behind a place, from the beginning where there is none. Doing it again rewrites nothing. */
  return async (access: SystemAccess, after: Place | undefined): Promise<Page> => {
    const { items, next } = await listings.scanPage(access, after);
    const done = await pMap(
      items.filter(({ status }) => status === 'listed'),
      async (listing) => ((await isRight(access, listing)) ? undefined : rewrite(access, listing)),
      { concurrency: writesAtOnce },
    );
    return {
      rewritten: done.filter((wasRewritten) => wasRewritten === true).length,
      overtaken: done.filter((wasRewritten) => wasRewritten === false).length,
      // Keys of tables are strings (shape.ts).
      next: next && Object.fromEntries(Object.entries(next).map(([name, value]) => [name, String(value)])),
    };
  };
}
