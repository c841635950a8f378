import { reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

/** An organization and its affiliates are one party; it is enough that either side names the other. */
export const differentParty: Criterion = {
  id: 'different-party',
  judge: (offer, demand, { buyer, supplier }) => {
    if (offer.organizationId === demand.organizationId) {
      return { outcome: 'fail', score: null, reason: reason('same-party', {}) };
    }
    if (supplier.affiliates.includes(demand.organizationId) || buyer.affiliates.includes(offer.organizationId)) {
      return { outcome: 'fail', score: null, reason: reason('affiliated-parties', {}) };
    }
    return { outcome: 'pass', score: null, reason: reason('parties-differ', {}) };
  },
};
