import type { Lifecycle } from '../../listing/lifecycle.ts';
import type { Party } from '../../organization/organization.ts';
import type { Instant } from '../../time.ts';
import type { Judgement } from '../judgement.ts';
import { type Reason, reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

type State = 'in-force' | 'not-open' | 'over';

function stateAt(listing: Pick<Lifecycle, 'status' | 'validUntil'>, { suspended }: Party, now: Instant): State {
  // To the other side it makes no difference which of the two the operator has suspended.
  if (suspended) return 'not-open';
  switch (listing.status) {
    case 'listed':
      return listing.validUntil > now ? 'in-force' : 'over';
    case 'expired':
      return 'over';
    case 'draft':
    case 'suspended':
    case 'withdrawn':
      return 'not-open';
  }
}

const fail = (why: Reason): Judgement => ({ outcome: 'fail', score: null, reason: why });

/** Both listings are listed, by parties that are not suspended, and neither has reached its `validUntil`; an expiry not yet swept up counts by the clock. */
export const inForce: Criterion = {
  id: 'in-force',
  judge: (offer, demand, { now, buyer, supplier }) => {
    const offered = stateAt(offer, supplier, now);
    if (offered !== 'in-force') return fail(reason(`offer-${offered}`, {}));
    const demanded = stateAt(demand, buyer, now);
    if (demanded !== 'in-force') return fail(reason(`demand-${demanded}`, {}));
    return { outcome: 'pass', score: null, reason: reason('both-in-force', {}) };
  },
};
