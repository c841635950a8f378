import type { Lifecycle } from '../../listing/lifecycle.ts';
import type { Instant } from '../../time.ts';
import type { Judgement } from '../judgement.ts';
import { type Reason, reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

type State = 'in-force' | 'not-open' | 'over';

function stateAt(listing: Lifecycle, now: Instant): State {
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

/** Both listings are listed and neither has reached its `validUntil`; an expiry not yet swept up counts by the clock. */
export const inForce: Criterion = {
  id: 'in-force',
  judge: (offer, demand, { now }) => {
    const offered = stateAt(offer, now);
    if (offered !== 'in-force') return fail(reason(`offer-${offered}`, {}));
    const demanded = stateAt(demand, now);
    if (demanded !== 'in-force') return fail(reason(`demand-${demanded}`, {}));
    return { outcome: 'pass', score: null, reason: reason('both-in-force', {}) };
  },
};
