import { DemandInput } from '../../domain/demand/demand.ts';
import { DemandId, type ListingId, OfferId } from '../../domain/ids.ts';
import type { ListingKind } from '../../domain/listing/listing.ts';
import { OfferInput } from '../../domain/offer/offer.ts';
import type { HttpEvent } from '../_runtime/http-request.ts';
import { notFound } from '../_runtime/problem.ts';

/** Which kind a route speaks of: `/v1/offers…` or `/v1/demands…`. */
export const kindOfRoute = (event: HttpEvent): ListingKind =>
  event.routeKey.includes('/v1/demands') ? 'demand' : 'offer';

/** The id in the path. One that cannot be of this kind is simply not found. */
export function listingIdOf(event: HttpEvent): ListingId {
  const id = event.pathParameters?.['id'];
  const { data } = kindOfRoute(event) === 'demand' ? DemandId.safeParse(id) : OfferId.safeParse(id);
  if (data) return data;
  throw notFound();
}

export const inputSchema = { offer: OfferInput, demand: DemandInput } as const;
