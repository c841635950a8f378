import { headroomPoints } from '../compiled/gates.ts';
import type { OfferForm } from '../compiled/offer-form.ts';
import { pointsOfOffered } from '../compiled/terms.ts';
import { bucketOf, levelCount } from './demand-rows.ts';

/** Buckets whose demands are alike to an offer in domain, level and purpose: by these they get the same points. */
export type Tier = {
  readonly domain: number;
  readonly level: number;
  readonly purpose: number;
  readonly domains: readonly number[];
  readonly purposes: readonly number[];
  /** From 0. */
  readonly levels: readonly number[];
};

/** What has the same points, together. */
function byPoints(points: Iterable<number>): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  [...points].forEach((given, number) => {
    if (given > 0) groups.set(given, [...(groups.get(given) ?? []), number]);
  });
  return groups;
}

const domainsByPoints = new Map<number, ReadonlyMap<number, readonly number[]>>();

function domainsOf(offered: number): ReadonlyMap<number, readonly number[]> {
  const known = domainsByPoints.get(offered);
  if (known) return known;
  const made = byPoints(pointsOfOffered(offered));
  domainsByPoints.set(offered, made);
  return made;
}

/** A purpose, and the ways of delivery in which it may pass by its rules, and by the class of the data, a bit each. */
export type Use = { readonly purpose: number; readonly passable: number; readonly tradable: number };

/** Every bucket of a tier. */
export function* bucketsOf({ domains, purposes, levels }: Tier): Generator<number> {
  for (const domain of domains) {
    for (const purpose of purposes) for (const level of levels) yield bucketOf(domain, purpose, level + 1);
  }
}

/** The highest levels that let an offer of a level in, from 1, with their points. */
function levelsOf(level: number): ReadonlyMap<number, readonly number[]> {
  const points = Array.from({ length: levelCount }, (_, at) => headroomPoints[at + 1 - level] ?? 0);
  return byPoints(points);
}

/**
 * Every bucket in which demands stand that domain, level and purpose of an offer allow, by what they give; none of a purpose
 * for which there is no passable way of delivery.
 */
export function tiersOf({ domain, purposePoints, judged }: OfferForm, uses: readonly Use[]): readonly Tier[] {
  const tiers: Tier[] = [];
  const levels = levelsOf(judged.securityLevel);
  const purposes = byPoints(purposePoints.map((points, purpose) => (uses[purpose]?.passable === 0 ? 0 : points)));
  for (const [domainPoints, domains] of domainsOf(domain)) {
    for (const [levelPoints, levelsAlike] of levels) {
      for (const [points, purposesAlike] of purposes) {
        tiers.push({
          domain: domainPoints,
          level: levelPoints,
          purpose: points,
          domains,
          purposes: purposesAlike,
          levels: levelsAlike,
        });
      }
    }
  }
  return tiers;
}
