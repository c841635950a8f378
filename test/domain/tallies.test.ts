import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Listing } from '../../domain/listing/listing.ts';
import { erase, suspendOrganization } from '../../domain/organization/lifecycle.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { addListings, countListing, noListings, servedOf } from '../../domain/statistics/listing-tally.ts';
import { addMatches, countMatch, noMatches } from '../../domain/statistics/match-tally.ts';
import { addOrganizations, countOrganization, noOrganizations } from '../../domain/statistics/organization-tally.ts';
import { aDemand } from '../builders/demand.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { demandId, offerId, org } from '../stores/ids.ts';
import { anyDemand, anyLevel, anyOffer } from './arbitraries.ts';
import { aCountedMatch, counted, talliesOf } from './counted-market.ts';

const anyOrg = fc.integer({ min: 0, max: 4 }).map((n) => org(`org-${n}`));
const few = fc.integer({ min: 0, max: 5 });
const anyStatus = fc.constantFrom('listed' as const, 'withdrawn' as const, 'suspended' as const);
const anyListing: fc.Arbitrary<Listing> = fc.oneof(
  fc
    .tuple(anyOffer, anyOrg, anyStatus, few)
    .map(([offer, organizationId, status, n]) => ({ ...offer, id: offerId(n), organizationId, status })),
  fc
    .tuple(anyDemand, anyOrg, anyStatus, few)
    .map(([demand, organizationId, status, n]) => ({ ...demand, id: demandId(n), organizationId, status })),
);
const anyMatch = fc
  .record({
    offerId: few.map(offerId),
    demandId: few.map(demandId),
    supplierId: anyOrg,
    buyerId: anyOrg,
    score: fc.integer({ min: 0, max: 3 }),
    isShown: fc.boolean(),
    isUndecided: fc.boolean(),
  })
  .map(aCountedMatch);
const anyOrganization = fc
  .record({ id: anyOrg, affiliates: fc.uniqueArray(anyOrg, { maxLength: 2 }), clearance: anyLevel })
  .map(anOrganization);

/** Counted in one go, in another order, and in parts that are added up. */
function ways<Tally, Item>(
  items: readonly Item[],
  cut: number,
  {
    none,
    count,
    add,
  }: { none: () => Tally; count: (tally: Tally, item: Item) => void; add: (tally: Tally, other: Tally) => void },
): readonly Tally[] {
  const all = (some: readonly Item[]): Tally => {
    const tally = none();
    for (const item of some) count(tally, item);
    return tally;
  };
  const parts = none();
  for (const part of [items.slice(0, cut), [], items.slice(cut)]) add(parts, all(part));
  return [all(items), parts, all(items.toReversed())];
}

describe('what is counted in parts', () => {
  it('adds up to what is counted at once, in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(anyListing, { maxLength: 12 }),
        fc.array(anyMatch, { maxLength: 12 }),
        few,
        (listings, matches, cut) => {
          const matchTallies = ways(matches, cut, {
            none: noMatches,
            count: (tally, one) => countMatch(tally, one, counted),
            add: addMatches,
          });
          const [whole, ...others] = matchTallies;
          for (const other of others) expect(other).toEqual(whole);
          const served = servedOf(whole ?? noMatches());
          const [all, ...parts] = ways(listings, cut, {
            none: noListings,
            count: (tally, one) => countListing(tally, one, served, counted),
            add: addListings,
          });
          for (const part of parts) expect(part).toEqual(all);
        },
      ),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(anyOrganization, { maxLength: 5, selector: ({ id }) => id }),
        few,
        (organizations, cut) => {
          const [all, ...parts] = ways(organizations, cut, {
            none: noOrganizations,
            count: (tally, one) => countOrganization(tally, one, counted),
            add: addOrganizations,
          });
          for (const part of parts) expect(part).toEqual(all);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('an organization that was suspended, or whose data was deleted', () => {
  const suspended = suspendOrganization(anOrganization(), 'Looked into.', now);

  it('has nothing listed, and nothing that is looked for in vain', () => {
    const { organizations } = talliesOf({ organizations: [suspended] });
    const as = { ...counted, suspended: organizations.suspended };
    const { listings } = talliesOf({ listings: [aDemand(), anOffer()] }, as);
    expect(Object.fromEntries(listings.byStatus)).toEqual({ 'demand suspended': 1, 'offer listed': 1 });
    expect(listings.unmet.size).toBe(0);
  });

  it('is on record while it is suspended, and is counted no more once it was deleted', () => {
    const ofAll = (one: Organization) => talliesOf({ organizations: [one] }).organizations.byKind.get('private');
    expect(ofAll(suspended)).toBe(1);
    expect(ofAll(erase(suspended, 'Asked for.', now))).toBeUndefined();
  });
});
