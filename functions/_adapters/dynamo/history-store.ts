import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ListingId, OrganizationId } from '../../../domain/ids.ts';
import { kindOf, type Listing, parseListing } from '../../../domain/listing/listing.ts';
import { Organization, type Party } from '../../../domain/organization/organization.ts';
import { partyOf } from '../../../domain/organization/party.ts';
import type { Instant } from '../../../domain/time.ts';
import { makeRecordedKey, recordedBound } from './keys.ts';
import { shape } from './shape.ts';

const { partitionKey, sortKey } = shape.history;

const listingSubject = (id: ListingId): string => `listing#${id}`;
const partySubject = (id: OrganizationId): string => `party#${id}`;

/** What judging knows of a party. Names and contacts are no part of it, and are not kept. */
const RecordedParty = Organization.pick({ id: true, affiliates: true, clearance: true, heldTags: true, kind: true });

/** What every listing and every party was, at any time: each version once, never changed afterwards. */
export function makeHistoryStore(client: DynamoDBDocumentClient, table: string) {
  const put = (subject: string, at: Instant, version: number, record: object) =>
    client.send(
      new PutCommand({
        TableName: table,
        Item: { [partitionKey]: subject, [sortKey]: makeRecordedKey(at, version), record },
      }),
    );

  async function newestAt(subject: string, at: Instant): Promise<unknown> {
    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: '#subject = :subject AND #recorded <= :at',
        ExpressionAttributeNames: { '#subject': partitionKey, '#recorded': sortKey },
        ExpressionAttributeValues: { ':subject': subject, ':at': recordedBound(at) },
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      }),
    );
    return Items?.[0]?.['record'];
  }

  return {
    async keepListing(listing: Listing): Promise<void> {
      await put(listingSubject(listing.id), listing.updatedAt, listing.version, listing);
    },

    async keepParty(organization: Organization): Promise<void> {
      await put(partySubject(organization.id), organization.updatedAt, organization.version, partyOf(organization));
    },

    /** The listing as it stood at a moment; undefined where it was not yet there. */
    async listingAt(id: ListingId, at: Instant): Promise<Listing | undefined> {
      const record = await newestAt(listingSubject(id), at);
      return record === undefined ? undefined : parseListing(kindOf(id), record);
    },

    /** The party as it stood at a moment; undefined where the operator had not recorded it yet. */
    async partyAt(id: OrganizationId, at: Instant): Promise<Party | undefined> {
      const record = await newestAt(partySubject(id), at);
      return record === undefined ? undefined : RecordedParty.parse(record);
    },
  };
}
