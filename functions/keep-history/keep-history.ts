import { recheckDaysOfListing, recheckDaysOfParty } from '../../domain/matching/recheck-days.ts';
import { Organization } from '../../domain/organization/organization.ts';
import { isJudgedAlike } from '../../domain/organization/party.ts';
import { parseListingRow } from '../_adapters/dynamo/listing-rows.ts';
import type { RowChange } from '../_runtime/stream-lambda.ts';
import type { Deps } from './deps.ts';

type Stores = Omit<Deps, 'logger'>;
type Row = NonNullable<RowChange['after']>;

async function keepListing({ access, history, rechecks }: Stores, row: Row): Promise<void> {
  const listing = parseListingRow(row);
  await history.keepListing(access, listing);
  if (listing.status !== 'listed') return;
  for (const day of recheckDaysOfListing(listing)) await rechecks.put(access, { kind: 'listing', id: listing.id, day });
}

async function keepParty({ access, history, rechecks }: Stores, row: Row, before: Row | undefined): Promise<void> {
  const organization = Organization.parse(row);
  if (isJudgedAlike(before && Organization.parse(before), organization)) return;
  await history.keepParty(access, organization);
  for (const day of recheckDaysOfParty(organization))
    await rechecks.put(access, { kind: 'party', id: organization.id, day });
}

/**
 * Keeps every version of a listing, and of a party as judging knows it, and notes the days on which a certificate ends.
 * Keeping the same change twice changes nothing.
 */
export const keepHistory =
  (deps: Stores) =>
  async (changes: readonly RowChange[]): Promise<ReadonlyMap<string, string>> => {
    const failed = new Map<string, string>();
    for (const { sequence, before, after } of changes) {
      if (!after) continue;
      // Rows of listings hold the listing beside their keys; a row of an organization is the organization.
      const kept = 'listing' in after ? keepListing(deps, after) : keepParty(deps, after, before);
      await kept.catch((error: unknown) => failed.set(sequence, error instanceof Error ? error.name : 'Unknown'));
    }
    return failed;
  };
