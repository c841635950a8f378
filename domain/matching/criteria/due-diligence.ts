import { evidenceFor } from '../evidence.ts';
import { reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

/**
 * Who serves data trading has the provider state the source and verifies the identity of both parties: Data Security
 * Law Art 33. Which of the two parties is not verified is not told.
 */
export const dueDiligence: Criterion = {
  id: 'due-diligence',
  judge: (offer, demand, facts) => {
    const { given } = evidenceFor(offer, demand, facts);
    const missing = ['source-statement', 'kyc-verified'].filter((tag) => !given.has(tag));
    const rules = ['dsl-33'];
    if (missing.length === 0) return { outcome: 'pass', score: null, reason: reason('diligence-done', {}), rules };
    return { outcome: 'fail', score: null, reason: reason('diligence-missing', { missing }), rules, missing };
  },
};
