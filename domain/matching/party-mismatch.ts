import type { ListingId, OrganizationId } from '../ids.ts';

/** Facts of one organization were about to be judged as those of another: a disclosure, were it let through. */
export class PartyMismatch extends Error {
  readonly side: 'supplier' | 'buyer';
  readonly listingId: ListingId;
  readonly organizationId: OrganizationId;

  constructor(side: 'supplier' | 'buyer', listingId: ListingId, organizationId: OrganizationId) {
    super(`${organizationId} did not post ${listingId}`);
    this.name = 'PartyMismatch';
    this.side = side;
    this.listingId = listingId;
    this.organizationId = organizationId;
  }
}
