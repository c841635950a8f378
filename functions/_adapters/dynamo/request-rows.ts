import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { MemberAccess } from '../../../domain/access/access.ts';
import { mayTouchListing } from '../../../domain/access/visibility.ts';
import { kindOf, type Listing, ListingKind, parseListing } from '../../../domain/listing/listing.ts';
import { type Instant, secondsOf } from '../../../domain/time.ts';
import { requestKey } from './keys.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';
import type { Write } from './table/transact.ts';

const { partitionKey, timeToLive } = shape.requests;
const keptSeconds = 24 * 60 * 60;

/** A POST with an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header); the fingerprint is of its body. */
export type IdempotentRequest = {
  readonly kind: ListingKind;
  readonly key: string;
  readonly fingerprint: string;
  readonly now: Instant;
};

export type RequestTables = { readonly requests: string };

/** The first whole second at which a key is free again: not a moment before 24 hours are over. */
const freeAgain = (now: Instant): number => Math.ceil(Date.parse(now) / 1000) + keptSeconds;

const RequestRow = z.object({
  [timeToLive]: z.number(),
  fingerprint: z.string(),
  kind: ListingKind,
  listing: z.unknown(),
});

function parse(row: Row) {
  const { kind, listing, fingerprint, [timeToLive]: freeAt } = RequestRow.parse(row);
  return { freeAt, fingerprint, listing: parseListing(kind, listing) };
}
type Remembered = ReturnType<typeof parse>;

/** A key is its organization's own, as the listing is that it led to. */
const mayTouch = (access: Parameters<typeof mayTouchListing>[0], { listing }: Remembered): boolean =>
  mayTouchListing(access, listing);

/** What idempotency keys were used for. */
export function makeRequestRows(client: DynamoDBDocumentClient, name: string) {
  const table = new GuardedTable<'requests', Remembered>(client, name, {
    parse,
    mayRead: mayTouch,
    mayWrite: mayTouch,
  });

  return {
    /** A write that succeeds only where the key was not used in the last 24 hours; DynamoDB's TTL may be days late. */
    remembering(access: MemberAccess, { kind, key, fingerprint, now }: IdempotentRequest, listing: Listing): Write {
      const row = {
        ...requestKey(access, kind, key).attributes,
        [timeToLive]: freeAgain(now),
        fingerprint,
        kind: kindOf(listing.id),
        listing,
      };
      return table.putting(access, row, {
        ConditionExpression: 'attribute_not_exists(#key) OR #expires <= :now',
        ExpressionAttributeNames: { '#key': partitionKey, '#expires': timeToLive },
        ExpressionAttributeValues: { ':now': secondsOf(now) },
      });
    },

    /** What the key was used for in the last 24 hours. */
    async read(
      access: MemberAccess,
      { kind, key, now }: IdempotentRequest,
    ): Promise<{ readonly fingerprint: string; readonly listing: Listing } | undefined> {
      const row = await table.get(requestKey(access, kind, key));
      return row && row.freeAt > secondsOf(now) ? row : undefined;
    },
  };
}
