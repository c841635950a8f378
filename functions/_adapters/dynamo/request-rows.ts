import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { OrganizationId } from '../../../domain/ids.ts';
import { kindOf, type Listing, ListingKind, parseListing } from '../../../domain/listing/listing.ts';
import { type Instant, secondsOf } from '../../../domain/time.ts';
import { makeRequestKey } from './keys.ts';
import { shape } from './shape.ts';

const { partitionKey, timeToLive } = shape.requests;
const keptSeconds = 24 * 60 * 60;

/** A POST with an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header); the fingerprint is of its body. */
export type IdempotentRequest = {
  readonly organization: OrganizationId;
  readonly kind: ListingKind;
  readonly key: string;
  readonly fingerprint: string;
  readonly now: Instant;
};

export type RequestTables = { readonly requests: string };

/** The first whole second at which a key is free again: not a moment before 24 hours are over. */
const freeAgain = (now: Instant): number => Math.ceil(Date.parse(now) / 1000) + keptSeconds;

const keyOf = (request: IdempotentRequest) => makeRequestKey(request.organization, request.kind, request.key);

/** A write that succeeds only where the key was not used in the last 24 hours; DynamoDB's TTL may be days late. */
export function makeRequestRow(table: string, request: IdempotentRequest, listing: Listing) {
  return {
    TableName: table,
    Item: {
      [partitionKey]: keyOf(request),
      [timeToLive]: freeAgain(request.now),
      fingerprint: request.fingerprint,
      kind: kindOf(listing.id),
      listing,
    },
    ConditionExpression: 'attribute_not_exists(#key) OR #expires <= :now',
    ExpressionAttributeNames: { '#key': partitionKey, '#expires': timeToLive },
    ExpressionAttributeValues: { ':now': secondsOf(request.now) },
  };
}

const RequestRow = z.object({
  [timeToLive]: z.number(),
  fingerprint: z.string(),
  kind: ListingKind,
  listing: z.unknown(),
});

/** What the key was used for in the last 24 hours. */
export async function readRequest(client: DynamoDBDocumentClient, table: string, request: IdempotentRequest) {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: { [partitionKey]: keyOf(request) }, ConsistentRead: true }),
  );
  if (!Item) return undefined;
  const row = RequestRow.parse(Item);
  if (row[timeToLive] <= secondsOf(request.now)) return undefined;
  return { fingerprint: row.fingerprint, listing: parseListing(row.kind, row.listing) };
}
