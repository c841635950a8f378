import type { Offer } from '../../offer/offer.ts';
import { type TradabilityRow, tradabilityOf } from '../../vocabulary/security-levels.ts';
import type { Facts } from '../facts.ts';
import type { Judgement } from '../judgement.ts';
import { reason } from '../reasons.ts';
import { tagsInDate } from '../tags-in-date.ts';
import type { Criterion } from './criterion.ts';

function judgeByRow(row: TradabilityRow, offer: Offer, facts: Facts): Judgement {
  const { securityClass, securityLevel: level } = offer;
  const basis = { basisZh: row.citation.zh, basisEn: row.citation.en };
  switch (row.tradable) {
    case 'never':
    case 'never-on-platform':
      return { outcome: 'fail', score: null, reason: reason('class-forbidden', { securityClass, ...basis }) };
    case 'special-approval': {
      const carried = tagsInDate(offer.complianceTags, facts.today);
      const missing = row.requireAllOf.filter((tag) => !carried.has(tag));
      const why =
        missing.length > 0
          ? reason('class-evidence-missing', { securityClass, missing, ...basis })
          : reason('class-special-approval', { securityClass, ...basis });
      return { outcome: 'review', score: null, reason: why };
    }
    case 'manual-approval':
      return {
        outcome: 'pass',
        score: null,
        reason: reason('class-needs-approval', { securityClass, level, ...basis }),
      };
    case 'conditional':
    case 'yes':
      return { outcome: 'pass', score: null, reason: reason('class-tradable', { securityClass, level, ...basis }) };
  }
}

/** What the tradability table says of the offer's class and level (Data Security Law Art 21, 30, 33; NDSMR Art 12, 29-33, 63). */
export const securityClass: Criterion = {
  id: 'security-class',
  judge: (offer, _demand, facts) => {
    const row = tradabilityOf(offer.securityClass, offer.securityLevel);
    if (row) return judgeByRow(row, offer, facts);
    // Important data graded below 5 contradicts itself (GB/T 43697-2024): a person must find out which of the two is wrong.
    const mismatch = { securityClass: offer.securityClass, level: offer.securityLevel };
    return { outcome: 'review', score: null, reason: reason('class-level-mismatch', mismatch) };
  },
};
