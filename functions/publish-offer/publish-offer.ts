import { publish } from '../../domain/listing/lifecycle.ts';
import { Offer, type OfferInput } from '../../domain/offer/offer.ts';
import type { PublishCommand, Published } from '../_listings/publish-route.ts';
import type { Deps } from './deps.ts';

/** Records an offer, once for each idempotency key of its organization. */
export const publishOffer =
  ({ clock, newId, publisher }: Pick<Deps, 'clock' | 'newId' | 'publisher'>) =>
  async ({ organization, input, request }: PublishCommand<OfferInput>): Promise<Published> => {
    const now = clock();
    const state = publish(input, now);
    if (typeof state === 'string') return state;
    const listing = Offer.parse({ ...state, id: newId(), organizationId: organization });
    return { listing, outcome: await publisher.publish(listing, request && { ...request, now }) };
  };
