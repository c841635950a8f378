import { UpdateFrequency } from '../../listing/parts.ts';
import type { JudgedDemand, JudgedOffer } from '../judged.ts';
import type { Judgement } from '../judgement.ts';
import { reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

const rank = (frequency: UpdateFrequency): number => UpdateFrequency.options.indexOf(frequency);

/** The data is renewed at least as often as the demand asks; each step that it falls short costs a fifth. It never forbids. */
export const freshness = {
  id: 'freshness',
  judge: (offer: Pick<JudgedOffer, 'updateFrequency'>, demand: Pick<JudgedDemand, 'updateFrequency'>): Judgement => {
    const asked = demand.updateFrequency;
    if (asked === undefined) return { outcome: 'pass', score: 1, reason: reason('frequency-not-asked', {}) };
    const offered = offer.updateFrequency;
    if (offered === undefined) return { outcome: 'pass', score: 0, reason: reason('frequency-not-stated', { asked }) };
    const short = rank(asked) - rank(offered);
    if (short <= 0) return { outcome: 'pass', score: 1, reason: reason('frequency-met', { offered }) };
    const score = Math.max(0, 1 - 0.2 * short);
    return { outcome: 'pass', score, reason: reason('frequency-lower', { offered, asked }) };
  },
} satisfies Criterion;
