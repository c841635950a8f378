import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { OperatorAccess, SystemAccess } from '../../../domain/access/access.ts';
import { isNoMember, isSystem } from '../../../domain/access/visibility.ts';
import type { ListingId, OrganizationId } from '../../../domain/ids.ts';
import { kindOf, type Listing, parseListing } from '../../../domain/listing/listing.ts';
import { Organization, type Party } from '../../../domain/organization/organization.ts';
import { partyOf } from '../../../domain/organization/party.ts';
import type { Instant } from '../../../domain/time.ts';
import { recordedKey, recordedUpTo } from './keys.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';

/** What judging knows of a party. Names and contacts are no part of it, and are not kept. */
const RecordedParty = Organization.pick({
  id: true,
  affiliates: true,
  clearance: true,
  heldTags: true,
  kind: true,
}).extend({ suspended: z.literal(true).optional() });

/** Who reads what was: never a member by itself. */
type Reader = SystemAccess | OperatorAccess;

/** What every listing and every party was, at any time: each version once, never changed afterwards. */
export function makeHistoryStore(client: DynamoDBDocumentClient, name: string) {
  const guard = { parse: (row: Row) => row['record'], mayRead: isNoMember, mayWrite: isSystem };
  const table = new GuardedTable<'history', unknown>(client, name, guard);

  return {
    async keepListing(access: SystemAccess, listing: Listing): Promise<void> {
      const key = recordedKey(access, { listing: listing.id }, listing);
      await table.put(access, { ...key.attributes, record: listing });
    },

    async keepParty(access: SystemAccess, organization: Organization): Promise<void> {
      const key = recordedKey(access, { party: organization.id }, organization);
      await table.put(access, { ...key.attributes, record: partyOf(organization) });
    },

    /** The listing as it stood at a moment; undefined where it was not yet there. */
    async listingAt(access: Reader, id: ListingId, at: Instant): Promise<Listing | undefined> {
      const record = await table.last(recordedUpTo(access, { listing: id }, at));
      return record === undefined ? undefined : parseListing(kindOf(id), record);
    },

    /** The party as it stood at a moment; undefined where the operator had not recorded it yet. */
    async partyAt(access: Reader, id: OrganizationId, at: Instant): Promise<Party | undefined> {
      const record = await table.last(recordedUpTo(access, { party: id }, at));
      return record === undefined ? undefined : RecordedParty.parse(record);
    },
  };
}
