import { deliveryAllowedFor, type TradabilityRow, tradabilityOf } from '../../vocabulary/security-levels.ts';
import { commonModes, evidenceFor, lackOf } from '../evidence.ts';
import { type Facts, rulesFor } from '../facts.ts';
import type { JudgedDemand, JudgedOffer } from '../judged.ts';
import type { Judgement } from '../judgement.ts';
import { reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

/** What a row asks for beside what every match needs, which `due-diligence` judges. */
export const ownEvidence = (row: TradabilityRow): readonly string[] =>
  row.requireAllOf.filter((tag) => tag !== 'source-statement' && tag !== 'kyc-verified');

function judgeByRow(row: TradabilityRow, offer: JudgedOffer, demand: JudgedDemand, facts: Facts): Judgement {
  const { securityClass, securityLevel: level } = offer;
  const basis = { basisZh: row.citation.zh, basisEn: row.citation.en };
  const rules = [row.id];
  const score = null;
  if (row.unknown.length > 0) {
    const why = reason('rule-not-understood', { rules, unknown: row.unknown });
    return { outcome: 'review', score, reason: why, rules };
  }
  if (row.tradable === 'never' || row.tradable === 'never-on-platform') {
    return { outcome: 'fail', score, reason: reason('class-forbidden', { securityClass, ...basis }), rules };
  }
  const { missing } = lackOf([{ allOf: ownEvidence(row), anyOf: [] }], evidenceFor(offer, demand, facts).given);
  if (missing.length > 0) {
    const why = reason('class-evidence-missing', { securityClass, level, missing, ...basis });
    return { outcome: 'fail', score, reason: why, rules, missing };
  }
  const modes = commonModes(offer, demand);
  const allowed = deliveryAllowedFor(rulesFor(facts).tradability, securityClass, level);
  if (allowed && modes.length > 0 && !modes.some((mode) => allowed.includes(mode))) {
    const why = reason('class-delivery-not-allowed', { securityClass, level, allowed: [...allowed], ...basis });
    return { outcome: 'fail', score, reason: why, rules };
  }
  switch (row.tradable) {
    case 'special-approval':
      return { outcome: 'review', score, reason: reason('class-special-approval', { securityClass, ...basis }), rules };
    case 'manual-approval':
      return {
        outcome: 'pass',
        score,
        reason: reason('class-needs-approval', { securityClass, level, ...basis }),
        rules,
      };
    case 'conditional':
    case 'yes':
      return { outcome: 'pass', score, reason: reason('class-tradable', { securityClass, level, ...basis }), rules };
  }
}

/** What the tradability table says of the offer's class and level (Data Security Law Art 21, 30, 33; NDSMR Art 12, 29-33, 63). */
export const securityClass: Criterion = {
  id: 'security-class',
  judge: (offer, demand, facts) => {
    const row = tradabilityOf(rulesFor(facts).tradability, offer.securityClass, offer.securityLevel);
    if (row) return judgeByRow(row, offer, demand, facts);
    // Important data graded below 5 contradicts itself (GB/T 43697-2024): a person must find out which of the two is wrong.
    const mismatch = { securityClass: offer.securityClass, level: offer.securityLevel };
    return { outcome: 'review', score: null, reason: reason('class-level-mismatch', mismatch) };
  },
};
