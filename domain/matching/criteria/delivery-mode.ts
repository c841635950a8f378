import { reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

/** Score by how many of the accepted modes both have. */
export const scoreOfModes = (common: number, accepted: number): number => 0.7 + (0.3 * common) / accepted;

/** At least one delivery mode suits both sides; the more of the accepted ones the offer gives, the higher the score. */
export const deliveryMode: Criterion = {
  id: 'delivery-mode',
  judge: (offer, demand) => {
    const offered = offer.deliveryModes;
    const accepted = demand.deliveryModes;
    const common = accepted.filter((mode) => offered.includes(mode));
    if (common.length === 0) {
      return { outcome: 'fail', score: 0, reason: reason('delivery-modes-differ', { offered, accepted }) };
    }
    const score = scoreOfModes(common.length, accepted.length);
    return { outcome: 'pass', score, reason: reason('delivery-modes-common', { common }) };
  },
};
