import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ListingId } from '../../../domain/ids.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { candidateKeys, makeListingRow } from './listing-rows.ts';
import { type IdempotentRequest, makeRequestRow, type RequestTables, readRequest } from './request-rows.ts';
import { shape } from './shape.ts';
import { transact } from './transact.ts';

const key = shape.listings.partitionKey;

export type ListingTables = { readonly listings: string; readonly candidates: string };
export type PublishOutcome =
  | { readonly kind: 'published' | 'replayed'; readonly listing: Listing }
  | { readonly kind: 'key-reused' };

const sameKey = (a: Record<string, unknown>) => (b: Record<string, unknown>) =>
  Object.entries(a).every(([name, value]) => b[name] === value);

/** A listing and its candidate rows change together: whoever reads one by domain finds it as soon as it is on record. */
function makeWrites(tables: ListingTables, listing: Listing, before: Listing | undefined) {
  const now = candidateKeys(listing);
  const gone = (before ? candidateKeys(before) : []).filter((row) => !now.some(sameKey(row)));
  const condition = before
    ? { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before.version } }
    : { ConditionExpression: `attribute_not_exists(${key})` };
  return [
    { Put: { TableName: tables.listings, Item: makeListingRow(listing), ...condition } },
    ...now.map((row) => ({
      Put: { TableName: tables.candidates, Item: { ...row, organizationId: listing.organizationId } },
    })),
    ...gone.map((row) => ({ Delete: { TableName: tables.candidates, Key: row } })),
  ];
}

/** A new listing's id, or its idempotency key, is taken. */
class ListingNotRecorded extends Error {
  override readonly name = 'ListingNotRecorded';
  readonly listingId: ListingId;
  constructor(listingId: ListingId) {
    super(`listing ${listingId} was not recorded and no earlier request explains it`);
    this.listingId = listingId;
  }
}

/** Writes new versions: what revise, withdraw and the expiry sweep use. */
export function makeListingWriter(client: DynamoDBDocumentClient, tables: ListingTables) {
  return {
    /** Writes a version over the one it was made from; false where somebody else was faster. */
    save: (listing: Listing, before: Listing): Promise<boolean> =>
      transact(client, makeWrites(tables, listing, before)),
  };
}

/** Records new listings, once for each idempotency key of an organization. */
export function makeListingPublisher(client: DynamoDBDocumentClient, tables: ListingTables & RequestTables) {
  /** What becomes of a request by what its key was used for before; undefined where it was not. */
  async function recall(request: IdempotentRequest): Promise<PublishOutcome | undefined> {
    const known = await readRequest(client, tables.requests, request);
    if (!known) return undefined;
    return known.fingerprint === request.fingerprint
      ? { kind: 'replayed', listing: known.listing }
      : { kind: 'key-reused' };
  }

  return {
    recall,

    async publish(listing: Listing, request?: IdempotentRequest): Promise<PublishOutcome> {
      const remember = request ? [{ Put: makeRequestRow(tables.requests, request, listing) }] : [];
      if (await transact(client, [...remember, ...makeWrites(tables, listing, undefined)])) {
        return { kind: 'published', listing };
      }
      const recalled = request && (await recall(request));
      if (!recalled) throw new ListingNotRecorded(listing.id);
      return recalled;
    },
  };
}
