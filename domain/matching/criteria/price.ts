import type { JudgedDemand, JudgedOffer } from '../judged.ts';
import type { Judgement } from '../judgement.ts';
import { reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

/** What a price that cannot be held against the budget scores. */
const open = 0.5;

/**
 * A hard price is within a hard budget of the same currency. Neither the sentence nor the score tells how far: the
 * supplier reads both, and could tell the budget. Prices by the call and in negotiation are no hard figures.
 */
export const price = {
  id: 'price',
  judge: (offer: Pick<JudgedOffer, 'price'>, demand: Pick<JudgedDemand, 'budget'>): Judgement => {
    const { model, amount, currency } = offer.price;
    if (demand.budget === undefined) return { outcome: 'pass', score: 1, reason: reason('no-budget', {}) };
    if (model === 'free') return { outcome: 'pass', score: 1, reason: reason('price-free', {}) };
    const isHard = (model === 'one-off' || model === 'subscription') && amount !== undefined;
    if (!isHard) return { outcome: 'pass', score: open, reason: reason('price-open', {}) };
    if (currency !== demand.budget.currency) {
      return { outcome: 'pass', score: open, reason: reason('price-other-currency', {}) };
    }
    if (amount > demand.budget.amount) return { outcome: 'fail', score: 0, reason: reason('price-above', {}) };
    return { outcome: 'pass', score: 1, reason: reason('price-within', {}) };
  },
} satisfies Criterion;
