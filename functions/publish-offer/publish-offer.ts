import { publish } from '../../domain/listing/lifecycle.ts';
import { Offer, type OfferInput } from '../../domain/offer/offer.ts';
import type { PublishCommand, Published } from '../_listings/publish-route.ts';
import type { Deps } from './deps.ts';

/** Records an offer, once for each idempotency key of its organization. */
export const publishOffer =
  ({ clock, newId, publisher }: Pick<Deps, 'clock' | 'newId' | 'publisher'>) =>
  async ({ access, input, request: asked }: PublishCommand<OfferInput>): Promise<Published> => {
    const now = clock();
    const request = asked && { ...asked, now };
    const state = publish(input, now);
    // Asked before its term ended, it was answered then, and is answered the same again.
    if (typeof state === 'string') return (request && (await publisher.recall(access, request))) ?? state;
    const listing = Offer.parse({ ...state, id: newId(), organizationId: access.organization });
    return publisher.publish(access, listing, request);
  };
