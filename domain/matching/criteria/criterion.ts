import type { Demand } from '../../demand/demand.ts';
import type { Offer } from '../../offer/offer.ts';
import type { Facts } from '../facts.ts';
import type { CriterionId, Judgement } from '../judgement.ts';

/** One question asked of every pair. `judge` is a function of its arguments alone; where it scores, a failure scores 0. */
export type Criterion = {
  readonly id: CriterionId;
  readonly judge: (offer: Offer, demand: Demand, facts: Facts) => Judgement;
};
