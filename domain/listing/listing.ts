import * as z from 'zod';
import { Demand } from '../demand/demand.ts';
import { DemandId, type ListingId } from '../ids.ts';
import { Offer } from '../offer/offer.ts';

export const ListingKind = z.enum(['offer', 'demand']);
export type ListingKind = z.infer<typeof ListingKind>;

/** An offer or a demand. */
export type Listing = Offer | Demand;

/** Which of the two an id names. */
export function kindOf(id: ListingId): ListingKind {
  return DemandId.safeParse(id).success ? 'demand' : 'offer';
}

export function isDemand(listing: Listing): listing is Demand {
  return kindOf(listing.id) === 'demand';
}

/** The domains under which the other side must find a listing. */
export function domainsOf(listing: Listing): readonly string[] {
  return isDemand(listing) ? listing.domains : [listing.domain];
}

/** Reads a listing of either kind. Throws a ZodError where the value is neither. */
export function parseListing(kind: ListingKind, value: unknown): Listing {
  return kind === 'offer' ? Offer.parse(value) : Demand.parse(value);
}
