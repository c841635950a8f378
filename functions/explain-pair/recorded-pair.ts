import type { DemandId, ListingId, OfferId, OrganizationId } from '../../domain/ids.ts';
import { isDemand, type Listing } from '../../domain/listing/listing.ts';
import type { Pairing } from '../../domain/matching/remedies.ts';
import { type Party, unverifiedParty } from '../../domain/organization/organization.ts';
import { partyOf } from '../../domain/organization/party.ts';
import { dayIn, type Instant } from '../../domain/time.ts';
import type { Deps } from './deps.ts';

/**
 * Reads a pair with all that judging needs, as it stood at a moment. The record as it is now counts where it is not
 * younger than that; else what is kept of earlier. Undefined where one of the listings was not there yet.
 */
export const readPairAt = (deps: Omit<Deps, 'logger' | 'clock' | 'matches' | 'weights' | 'audit'>) => {
  async function listingAt(id: ListingId, at: Instant): Promise<Listing | undefined> {
    const current = await deps.listings.get(deps.judge, id);
    if (!current || current.updatedAt <= at) return current;
    return deps.history.listingAt(deps.judge, id, at);
  }

  async function partyAt(id: OrganizationId, at: Instant): Promise<Party> {
    const current = await deps.organizations.get(deps.judge, id);
    if (current && current.updatedAt <= at) return partyOf(current);
    return (await deps.history.partyAt(deps.judge, id, at)) ?? unverifiedParty(id);
  }

  return async (offerId: OfferId, demandId: DemandId, at: Instant): Promise<Pairing | undefined> => {
    const [offer, demand] = await Promise.all([listingAt(offerId, at), listingAt(demandId, at)]);
    if (!offer || isDemand(offer) || !demand || !isDemand(demand)) return undefined;
    const [supplier, buyer] = await Promise.all([
      partyAt(offer.organizationId, at),
      partyAt(demand.organizationId, at),
    ]);
    const { usesNegativeLists, timeZone } = deps;
    return { offer, demand, facts: { now: at, today: dayIn(timeZone, at), buyer, supplier, usesNegativeLists } };
  };
};
