import type { Facts } from '../facts.ts';
import type { JudgedDemand, JudgedOffer } from '../judged.ts';
import type { CriterionId, Judgement } from '../judgement.ts';

/** One question asked of every pair. `judge` is a function of its arguments alone; where it scores, a failure scores 0. */
export type Criterion = {
  readonly id: CriterionId;
  readonly judge: (offer: JudgedOffer, demand: JudgedDemand, facts: Facts) => Judgement;
};
