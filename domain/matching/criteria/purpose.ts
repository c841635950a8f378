import { isPurpose, withImplied } from '../../vocabulary/compliance-tags.ts';
import type { Judgement } from '../judgement.ts';
import { reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

const ask = (terms: string[]): Judgement => ({
  outcome: 'review',
  score: 0,
  reason: reason('term-unknown', { terms }),
});

/** Score of a purpose that is permitted itself, and of one that a permitted one is wider than. */
export const scoreOfPurpose = { itself: 1, wider: 0.9 };

/**
 * The offer permits the demand's purpose, or a wider one that it is a kind of (training of generative AI is training
 * of AI, not the reverse). The recipient stays inside the purpose: PIPL Art 23.
 */
export const purpose: Criterion = {
  id: 'purpose',
  judge: (offer, demand) => {
    const asked = demand.purpose;
    const permitted = offer.permittedPurposes;
    if (!isPurpose(asked)) return ask([asked]);
    if (permitted.includes(asked)) {
      return { outcome: 'pass', score: scoreOfPurpose.itself, reason: reason('purpose-permitted', { purpose: asked }) };
    }
    const wider = [...withImplied([asked])].find((id) => permitted.includes(id));
    if (wider !== undefined) {
      return {
        outcome: 'pass',
        score: scoreOfPurpose.wider,
        reason: reason('purpose-implied', { purpose: asked, permitted: wider }),
      };
    }
    const unknown = permitted.filter((id) => !isPurpose(id));
    if (unknown.length > 0) return ask(unknown);
    return { outcome: 'fail', score: 0, reason: reason('purpose-not-permitted', { purpose: asked, permitted }) };
  },
};
