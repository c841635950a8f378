import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Access, MemberAccess } from '../../../domain/access/access.ts';
import { listingAct } from '../../../domain/audit/audit.ts';
import type { ListingId } from '../../../domain/ids.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import type { AuditTrail } from './audit-trail.ts';
import { type IndexTable, makeCandidateWrites } from './candidates/candidate-writes.ts';
import { sendingMs } from './candidates/journal.ts';
import { ownerOf } from './keys.ts';
import { type ListingQuota, makeListingQuota } from './listing-quota.ts';
import { listingTable, makeListingRow } from './listing-rows.ts';
import { type IdempotentRequest, makeRequestRows, type RequestTables } from './request-rows.ts';
import { shape } from './shape.ts';
import { tryTransact, type Write } from './table/transact.ts';

const { partitionKey: key, indexes } = shape.listings;

export type ListingTables = ListingQuota & IndexTable & { readonly listings: string };
export type PublishOutcome =
  | { readonly kind: 'published' | 'replayed'; readonly listing: Listing }
  | { readonly kind: 'key-reused' | 'quota-reached' };

/** A version was written; or somebody else was faster; or its organization has as many listings open as it may. */
export type SaveOutcome = 'saved' | 'overtaken' | 'quota-reached';

/** A new listing's id, or its idempotency key, is taken. */
class ListingNotRecorded extends Error {
  override readonly name = 'ListingNotRecorded';
  readonly listingId: ListingId;
  constructor(listingId: ListingId) {
    super(`listing ${listingId} was not recorded and no earlier request explains it`);
    this.listingId = listingId;
  }
}

/** Only a version of the same listing of the same organization is written over. */
const isUnchanged = (before: Listing) => ({
  ConditionExpression: 'version = :before AND #owner = :owner',
  ExpressionAttributeNames: { '#owner': indexes.byOwner.partitionKey },
  ExpressionAttributeValues: { ':before': before.version, ':owner': ownerOf(before) },
});

/** The writes of one version: the listing, its candidate rows, the quota and what the audit record says change together. */
function makeVersionWriter(client: DynamoDBDocumentClient, tables: ListingTables, audit: Pick<AuditTrail, 'writing'>) {
  const listings = listingTable(client, tables.listings);
  const candidates = makeCandidateWrites(client, tables);
  const quota = makeListingQuota(client, tables);

  const recording = (access: Access, listing: Listing, before: Listing | undefined): readonly Write[] => {
    const { id, version, updatedAt: at } = listing;
    return [
      listings.putting(
        access,
        makeListingRow(listing),
        before ? isUnchanged(before) : { ConditionExpression: `attribute_not_exists(${key})` },
      ),
      ...candidates(access, listing, before),
      audit.writing(access, { subject: id, at, act: listingAct(before, listing), version }),
    ];
  };

  /** Writes a version, with what else is to be written with it. */
  return async (
    access: Access,
    listing: Listing,
    before: Listing | undefined,
    beside: readonly Write[] = [],
  ): Promise<SaveOutcome> => {
    const counting = quota.counting(access, before, listing);
    const writes = [...beside, ...recording(access, listing, before), ...counting];
    const failed = await tryTransact(client, writes, AbortSignal.timeout(sendingMs));
    if (failed.length === 0) return 'saved';
    // Where a key or a version is in the way as well, that is the reason: asked again, it would be answered so.
    return failed.every((write) => counting.includes(write)) ? 'quota-reached' : 'overtaken';
  };
}

/** Writes new versions: what revise, withdraw, suspend and the expiry sweep use. */
export function makeListingWriter(
  client: DynamoDBDocumentClient,
  tables: ListingTables,
  audit: Pick<AuditTrail, 'writing'>,
) {
  const write = makeVersionWriter(client, tables, audit);
  return {
    /** Writes a version over the one it was made from. */
    save: (access: Access, listing: Listing, before: Listing): Promise<SaveOutcome> => write(access, listing, before),
  };
}

/** Records new listings, once for each idempotency key of an organization. */
export function makeListingPublisher(
  client: DynamoDBDocumentClient,
  tables: ListingTables & RequestTables,
  audit: Pick<AuditTrail, 'writing'>,
) {
  const write = makeVersionWriter(client, tables, audit);
  const requests = makeRequestRows(client, tables.requests);

  /** What becomes of a request by what its key was used for before; undefined where it was not. */
  async function recall(access: MemberAccess, request: IdempotentRequest): Promise<PublishOutcome | undefined> {
    const known = await requests.read(access, request);
    if (!known) return undefined;
    return known.fingerprint === request.fingerprint
      ? { kind: 'replayed', listing: known.listing }
      : { kind: 'key-reused' };
  }

  return {
    recall,

    async publish(access: MemberAccess, listing: Listing, request?: IdempotentRequest): Promise<PublishOutcome> {
      const remember = request ? [requests.remembering(access, request, listing)] : [];
      const outcome = await write(access, listing, undefined, remember);
      if (outcome === 'saved') return { kind: 'published', listing };
      if (outcome === 'quota-reached') return { kind: 'quota-reached' };
      const recalled = request && (await recall(access, request));
      if (!recalled) throw new ListingNotRecorded(listing.id);
      return recalled;
    },
  };
}
