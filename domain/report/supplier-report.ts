import type { Demand } from '../demand/demand.ts';
import type { DemandId, OrganizationId } from '../ids.ts';
import { groupByRemedy } from '../matching/near-matches.ts';
import type { Change } from '../matching/remedies.ts';
import { type Count, coarse, isCrowd } from '../preview/coarse.ts';
import { domainRelation } from '../vocabulary/domain-relations.ts';
import { type DomainCode, industries } from '../vocabulary/industries.ts';

/** How much a report holds: what a person reads in a minute. */
const mostPurposes = 5;
const mostRemedies = 5;

/** A demand that nearly fits an offer of the supplier, and what the supplier could do. */
export type NearDemand = {
  readonly demandId: DemandId;
  readonly buyerId: OrganizationId;
  readonly remedy?: readonly Change[] | undefined;
};

type Facts = {
  /** The domains of the supplier's listed offers. */
  readonly domains: readonly DomainCode[];
  /** What others look for in them. */
  readonly demands: readonly Demand[];
  readonly near: readonly NearDemand[];
};

/** What buyers look for in one domain. */
type Sought = {
  readonly domain: DomainCode;
  readonly demands: Count;
  readonly purposes: readonly { readonly purpose: string; readonly demands: Count }[];
};

/** What a supplier is told each week: counts alone, coarse below five, and nothing that tells one buyer from another. */
export type SupplierReport = {
  readonly domains: readonly Sought[];
  readonly remedies: readonly { readonly changes: readonly Change[]; readonly demands: Count }[];
};

const near = new Set(['same', 'narrower', 'broader']);
const isIn = (domain: DomainCode, demand: Demand): boolean =>
  demand.domains.some((sought) => near.has(domainRelation(domain, sought)));

/** The domains under which demands stand that ask for a domain: itself, its section, its divisions. */
export const domainsAround = (domain: DomainCode): readonly DomainCode[] =>
  industries.map(({ code }) => code).filter((code) => near.has(domainRelation(domain, code)));

const mostFirst = (a: readonly unknown[], b: readonly unknown[]): number => b.length - a.length;

function soughtIn(domain: DomainCode, all: readonly Demand[]): Sought {
  const demands = all.filter((demand) => isIn(domain, demand));
  const byPurpose = [...Map.groupBy(demands, ({ purpose }) => purpose)]
    .filter(([, ones]) => isCrowd(ones.map(({ organizationId }) => organizationId)))
    .toSorted(([a, ones], [b, others]) => mostFirst(ones, others) || (a < b ? -1 : 1));
  return {
    domain,
    demands: isCrowd(demands.map(({ organizationId }) => organizationId)) ? coarse(demands.length) : coarse(0),
    purposes: byPurpose.slice(0, mostPurposes).map(([purpose, { length }]) => ({ purpose, demands: coarse(length) })),
  };
}

/** One demand may nearly fit several offers: it counts once for what opens it. */
const uniqueDemands = (pairs: readonly NearDemand[]): readonly NearDemand[] => [
  ...new Map(pairs.map((pair) => [pair.demandId, pair])).values(),
];

function remediesOf(pairs: readonly NearDemand[]): SupplierReport['remedies'] {
  return groupByRemedy(pairs, 'supplier')
    .map(({ changes, pairs: opened }) => ({ changes, demands: uniqueDemands(opened) }))
    .filter(({ demands }) => isCrowd(demands.map(({ buyerId }) => buyerId)))
    .toSorted((a, b) => mostFirst(a.demands, b.demands))
    .slice(0, mostRemedies)
    .map(({ changes, demands }) => ({ changes, demands: coarse(demands.length) }));
}

/**
 * What buyers look for in a supplier's domains, and what would open most of their demands to its offers: numbers, purposes
 * and remedies of a crowd alone, five demands of three organizations; with an ally's demands nobody feels out a single
 * rival's. Undefined where there is nothing to tell: no domain with a crowd, and no remedy.
 */
export function supplierReport({ domains, demands, near: pairs }: Facts): SupplierReport | undefined {
  const sought = [...new Set(domains)].sort().map((domain) => soughtIn(domain, demands));
  const remedies = remediesOf(pairs);
  const isWorthMail = remedies.length > 0 || sought.some((one) => 'exactly' in one.demands);
  return isWorthMail ? { domains: sought, remedies } : undefined;
}
