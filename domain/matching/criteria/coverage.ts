import type { Coverage } from '../../listing/parts.ts';
import type { JudgedDemand, JudgedOffer } from '../judged.ts';
import type { Judgement } from '../judgement.ts';
import { reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

const unstated = 0.5;

/** A code of GB/T 2260 without the pairs of zeros that say "all of it": 110000 is 11, 110112 is itself. */
const prefixOf = (region: string): string => region.replace(/(00){1,2}$/, '');

function overlaps(one: string, other: string): boolean {
  const [a, b] = [prefixOf(one), prefixOf(other)];
  return a.startsWith(b) || b.startsWith(a);
}

const isInTime = (one: Coverage, other: Coverage): boolean =>
  (one.from ?? '0000') <= (other.to ?? '9999') && (other.from ?? '0000') <= (one.to ?? '9999');

/** The data is about some of the regions and days that the demand names; the more of the regions, the higher the score. */
export const coverage = {
  id: 'coverage',
  judge: (offer: Pick<JudgedOffer, 'coverage'>, demand: Pick<JudgedDemand, 'coverage'>): Judgement => {
    const asked = demand.coverage;
    if (asked === undefined) return { outcome: 'pass', score: 1, reason: reason('coverage-not-asked', {}) };
    const offered = offer.coverage;
    if (offered === undefined) return { outcome: 'pass', score: unstated, reason: reason('coverage-not-stated', {}) };
    if (!isInTime(offered, asked)) return { outcome: 'fail', score: 0, reason: reason('coverage-other-days', {}) };
    if (asked.regions.length === 0 || offered.regions.length === 0) {
      const score = asked.regions.length === 0 ? 1 : unstated;
      return { outcome: 'pass', score, reason: reason('coverage-days', {}) };
    }
    const covered = asked.regions.filter((region) => offered.regions.some((one) => overlaps(one, region)));
    if (covered.length === 0) return { outcome: 'fail', score: 0, reason: reason('coverage-other-regions', {}) };
    const score = 0.6 + (0.4 * covered.length) / asked.regions.length;
    const why = reason('coverage-overlaps', { covered: covered.length, asked: asked.regions.length });
    return { outcome: 'pass', score, reason: why };
  },
} satisfies Criterion;
