import { withImplied } from '../../vocabulary/compliance-tags.ts';
import { reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

/**
 * The offer permits the demand's purpose, or a wider one that it is a kind of (training of generative AI is training
 * of AI, not the reverse). The recipient stays inside the purpose: PIPL Art 23.
 */
export const purpose: Criterion = {
  id: 'purpose',
  judge: (offer, demand) => {
    const asked = demand.purpose;
    const permitted = offer.permittedPurposes;
    if (permitted.includes(asked)) {
      return { outcome: 'pass', score: 1, reason: reason('purpose-permitted', { purpose: asked }) };
    }
    const wider = [...withImplied([asked])].find((id) => permitted.includes(id));
    if (wider !== undefined) {
      return { outcome: 'pass', score: 0.9, reason: reason('purpose-implied', { purpose: asked, permitted: wider }) };
    }
    return { outcome: 'fail', score: 0, reason: reason('purpose-not-permitted', { purpose: asked, permitted }) };
  },
};
