import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Access } from '../../../domain/access/access.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { openedBy } from '../../../domain/listing/quota.ts';
import { openListingsKey } from './keys.ts';
import type { Write } from './table/transact.ts';
import { usageTable } from './usage-store.ts';

export type ListingQuota = {
  /** The table that counts. */
  readonly usage: string;
  /** How many listings an organization may have open. */
  readonly mostListings: number;
};

/** Counts an organization's open listings, in the transaction that changes them: the number is never another. */
export function makeListingQuota(client: DynamoDBDocumentClient, { usage, mostListings }: ListingQuota) {
  const table = usageTable(client, usage);
  return {
    /** The write that counts a version; none where the number stays. One above the quota fails its condition. */
    counting(access: Access, before: Listing | undefined, after: Listing): readonly Write[] {
      const opened = openedBy(before, after);
      if (opened === 0) return [];
      return [
        table.counting(openListingsKey(access, after.organizationId), {
          UpdateExpression: 'ADD #used :opened',
          ...(opened > 0 && { ConditionExpression: 'attribute_not_exists(#used) OR #used < :most' }),
          ExpressionAttributeNames: { '#used': 'used' },
          ExpressionAttributeValues: { ':opened': opened, ...(opened > 0 && { ':most': mostListings }) },
        }),
      ];
    },
  };
}
