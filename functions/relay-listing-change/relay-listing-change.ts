import { kindOf, type Listing } from '../../domain/listing/listing.ts';
import { frame } from '../../events/envelope.ts';
import type { ListingChangedV1 } from '../../events/listing-changed.v1.ts';
import type { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import { parseListingRow } from '../_adapters/dynamo/listing-rows.ts';
import { sendingInLanes } from '../_matching/lanes.ts';
import type { RowChange } from '../_runtime/stream-lambda.ts';
import type { Deps } from './deps.ts';

const about = (listing: Listing, zone: string) => ({
  id: `${listing.id}.v${listing.version}`,
  zone,
  time: listing.updatedAt,
});

function matchRequest(listing: Listing, zone: string): MatchRequestedV1 {
  const { id: listingId, version } = listing;
  return frame('match-requested.v1', about(listing, zone), { listingId, version, cause: 'listing-changed' });
}

function publicEvent(listing: Listing, zone: string): ListingChangedV1 {
  const { id: listingId, organizationId, version, status } = listing;
  const data = { listingId, kind: kindOf(listingId), organizationId, version, status };
  return frame('listing-changed.v1', about(listing, zone), data);
}

/** Every change of a listing becomes a match request on the queue and a public event on the zone's bus. */
export const relayListingChange = (deps: Deps) => {
  const { zone, publishEvents } = deps;
  const sendMatchRequests = sendingInLanes(deps);

  return async (changes: readonly RowChange[]): Promise<ReadonlyMap<string, string>> => {
    const listings = changes.flatMap(({ sequence, after }) =>
      after ? [{ key: sequence, listing: parseListingRow(after) }] : [],
    );
    const notSent = await sendMatchRequests(
      listings.map(({ key, listing }) => ({ key, listing, body: matchRequest(listing, zone) })),
    );
    const notPublished = await publishEvents(
      listings.map(({ key, listing }) => ({ key, event: publicEvent(listing, zone) })),
    );
    return new Map([...notSent, ...notPublished]);
  };
};
