import { reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

/**
 * Score by how many levels are left below the demand's maximum: none, one, two or more. The clearance takes no part in it:
 * both sides read the score, and a supplier could tell the buyer's clearance from it.
 */
export function scoreOfHeadroom(levels: number): number {
  if (levels >= 2) return 1;
  return levels === 1 ? 0.9 : 0.8;
}

/** The level is within the demand's maximum and the buyer's verified clearance. The clearance itself is never told. */
export const securityLevel: Criterion = {
  id: 'security-level',
  judge: (offer, demand, { buyer }) => {
    const level = offer.securityLevel;
    if (level > demand.maxSecurityLevel) {
      const why = reason('level-above-demand', { level, max: demand.maxSecurityLevel });
      return { outcome: 'fail', score: 0, reason: why };
    }
    if (level > buyer.clearance) {
      return { outcome: 'fail', score: 0, reason: reason('level-above-clearance', { level }) };
    }
    const headroom = demand.maxSecurityLevel - level;
    return { outcome: 'pass', score: scoreOfHeadroom(headroom), reason: reason('level-within', { level }) };
  },
};
