import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Access, MemberAccess, OperatorAccess, SystemAccess } from '../../../domain/access/access.ts';
import type { ListingId, OrganizationId } from '../../../domain/ids.ts';
import type { Listing, ListingKind } from '../../../domain/listing/listing.ts';
import type { ListingStatus } from '../../../domain/listing/parts.ts';
import type { Instant } from '../../../domain/time.ts';
import { makeCursor, type Page, type PageRequest } from './cursor.ts';
import { dueListings, expiryShards, listingKey, listingPageStart, listingsOf, ownListings } from './keys.ts';
import { listingTable } from './listing-rows.ts';
import { makeListedOrder, type PageStart } from './orders.ts';

/** How many listings are read at a time where all of them are. */
const atOnce = 50;

/** Reads listings: a member's own, anyone's for the operator and the service itself. */
export function makeListingReader(client: DynamoDBDocumentClient, name: string) {
  const table = listingTable(client, name);

  async function* listedIn(range: ReturnType<typeof listingsOf>): AsyncGenerator<Listing> {
    for await (const listing of table.query(range)) if (listing.status === 'listed') yield listing;
  }

  return {
    get: (access: Access, id: ListingId): Promise<Listing | undefined> => table.get(listingKey(access, id)),

    getMany(access: Access, ids: Iterable<ListingId>): Promise<readonly Listing[]> {
      return table.getMany(
        access,
        [...new Set(ids)].map((id) => listingKey(access, id)),
      );
    },

    /** A member's own listings of a kind, oldest first. */
    async pageOf(
      access: MemberAccess,
      kind: ListingKind,
      { limit, after, status }: PageRequest & { readonly status?: ListingStatus },
    ): Promise<Page<Listing>> {
      const { items, last } = await table.page(ownListings(access, kind), limit, {
        keep: (listing) => status === undefined || listing.status === status,
        ...(after && { after: listingPageStart(access, after) }),
      });
      return { items, ...(last && { nextCursor: makeCursor(makeListedOrder(last.createdAt, last.id), last.id) }) };
    },

    /** Every listing of an organization that is listed now, by the index (which may lag a moment behind). */
    async *listedOf(access: SystemAccess | OperatorAccess, organization: OrganizationId): AsyncGenerator<Listing> {
      for (const kind of ['offer', 'demand'] as const) yield* listedIn(listingsOf(access, organization, kind));
    },

    /** Every listing of an organization of a kind behind a place, in whatever state, oldest first. */
    async *allOf(
      access: SystemAccess,
      organization: OrganizationId,
      kind: ListingKind,
      after?: PageStart,
    ): AsyncGenerator<{ readonly listing: Listing; readonly place: PageStart }> {
      const placeOf = ({ createdAt, id }: Listing): PageStart => ({ sortKey: makeListedOrder(createdAt, id), id });
      for (let from = after, isMore = true; isMore; ) {
        const { items, last } = await table.page(listingsOf(access, organization, kind), atOnce, {
          ...(from && { after: listingPageStart(access, from) }),
        });
        for (const listing of items) yield { listing, place: placeOf(listing) };
        isMore = last !== undefined;
        from = last && placeOf(last);
      }
    },

    /** Every listed listing whose `validUntil` is not after `now`. */
    async *dueBy(access: SystemAccess, now: Instant): AsyncGenerator<Listing> {
      for (const shard of expiryShards) yield* table.query(dueListings(access, shard, now));
    },
  };
}
