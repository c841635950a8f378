import { reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

/** Data that stays where it is kept passes; any other flow waits for a person (PIPL Art 38; NDSMR Art 37). */
export const jurisdiction: Criterion = {
  id: 'jurisdiction',
  judge: (offer, demand) => {
    const from = offer.jurisdiction;
    const to = demand.jurisdiction;
    if (from === to) return { outcome: 'pass', score: null, reason: reason('jurisdiction-same', { place: from }) };
    return { outcome: 'review', score: null, reason: reason('jurisdiction-differs', { from, to }) };
  },
};
