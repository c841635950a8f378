import { describe, expect, it } from 'vitest';
import type { Demand } from '../../domain/demand/demand.ts';
import { partiesOf } from '../../domain/statistics/crowd.ts';
import { PublicFigures, publicFiguresOf } from '../../domain/statistics/public-figures.ts';
import { UnmetDemand, unmetDemandOf } from '../../domain/statistics/unmet-demand.ts';
import { aDemand } from '../builders/demand.ts';
import { now, posted } from '../builders/moment.ts';
import { anOrganization } from '../builders/organization.ts';
import { demandId, org } from '../stores/ids.ts';
import { aCountedMatch, type Market, talliesOf } from './counted-market.ts';

/** So many demands, of so many organizations in turn. */
const demands = (count: number, buyers: number, fields: Partial<Demand> = {}, first = 0): readonly Demand[] =>
  Array.from({ length: count }, (_, n) =>
    aDemand({ id: demandId(first + n), organizationId: org(`org-${n % buyers}`), ...fields }),
  );

function unmet(market: Market): UnmetDemand {
  const { listings, organizations } = talliesOf(market);
  return UnmetDemand.parse(
    unmetDemandOf(listings.unmet, partiesOf(organizations.affiliates), { day: '2026-11-22', takenAt: now }),
  );
}

const nothing = unmet({});
const ofListings = (listings: readonly Demand[]) => unmet({ listings });

describe('what buyers look for in vain', () => {
  it('is told by domain, purpose, column and budget, from five demands of three organizations on', () => {
    const expectedFields = [
      { name: 'VIN', required: false },
      { name: '里程', required: true },
      { name: 'Axle-Count', required: false },
    ];
    const listings = demands(6, 3, { expectedFields, budget: { amount: 5_000_000, currency: 'CNY' } });
    const { day: _, takenAt: _taken, ...told } = ofListings(listings);
    expect(told).toEqual({
      demands: { exactly: 6 },
      byDomain: [{ domain: '54', demands: 6 }],
      byPurpose: [{ purpose: 'purpose-public-service', demands: 6 }],
      byField: [
        { field: '=mileage', demands: 6 },
        { field: '=vehicle-id-number', demands: 6 },
        { field: 'axlecount', demands: 6 },
      ],
      byBudget: [{ budget: { currency: 'CNY', from: 10_000, to: 100_000 }, demands: 6 }],
      byDomainAndPurpose: [{ domain: '54', purpose: 'purpose-public-service', demands: 6 }],
    });
  });

  it.each([
    ['four demands of four organizations', demands(4, 4)],
    ['five demands of two organizations', demands(5, 2)],
    ['fifty demands of one organization', demands(50, 1)],
    ['suspended demands', demands(9, 9, { status: 'suspended' })],
    ['withdrawn demands', demands(9, 9, { status: 'withdrawn' })],
    ['demands that are over', demands(9, 9, { validUntil: posted })],
  ])('is nothing of %s', (_, listings) => {
    expect(ofListings(listings)).toEqual(nothing);
  });

  it('is nothing of five demands of three organizations that are one party', () => {
    const organizations = [
      anOrganization({ id: org('org-1'), affiliates: [org('org-2')] }),
      anOrganization({ id: org('org-2'), affiliates: [org('org-0')] }),
    ];
    expect(unmet({ organizations, listings: demands(9, 3) })).toEqual(nothing);
    expect(unmet({ organizations, listings: demands(9, 5) })).not.toEqual(nothing);
  });

  it('leaves out what something serves, and says nothing where the rest is no crowd', () => {
    const listings = demands(6, 3);
    const matches = [aCountedMatch({ demandId: demandId(0) })];
    expect(unmet({ listings, matches }).demands).toEqual({ exactly: 5 });
    const more = [...matches, aCountedMatch({ demandId: demandId(1) })];
    expect(unmet({ listings, matches: more })).toEqual(nothing);
    const notShown = matches.map((match) => ({ ...match, isShown: false, isUndecided: true }));
    expect(unmet({ listings, matches: notShown }).demands).toEqual({ exactly: 6 });
  });
});

describe('what anybody may know', () => {
  const publish = (market: Market, last?: PublicFigures, month = '2026-11') => {
    const tallies = talliesOf(market);
    const partyOf = partiesOf(tallies.organizations.affiliates);
    return PublicFigures.parse(publicFiguresOf(tallies, partyOf, { month, takenAt: now }, last));
  };
  const told = (figures: PublicFigures, name: string) => figures.figures[name]?.told;
  const crowdOf = (count: number) => ({ listings: demands(count, count) });

  it('is rounded down to steps of five, and above a hundred to two digits', () => {
    for (const [count, shown] of [
      [5, 5],
      [9, 5],
      [14, 10],
      [99, 95],
      [104, 100],
      [129, 120],
    ] as const)
      expect([count, told(publish(crowdOf(count)), 'demands ')]).toEqual([count, shown]);
  });

  it('is nothing of two parties, nor where one party has more than half', () => {
    expect(publish({ listings: demands(20, 2) }).figures).toEqual({});
    const mostOfOne = [
      ...demands(8, 1),
      ...demands(6, 6, {}, 100).map((one, n) => ({ ...one, organizationId: org(`x-${n}`) })),
    ];
    expect(publish({ listings: mostOfOne }).figures).toEqual({});
    expect(
      told(publish({ listings: [...mostOfOne, ...demands(2, 2, { organizationId: org('y') }, 200)] }), 'demands '),
    ).toBe(15);
  });

  it('does not change for fewer than five, in whatever steps they come or go', () => {
    let last = publish(crowdOf(10));
    for (const count of [9, 11, 14, 6]) {
      last = publish(crowdOf(count), last, '2026-12');
      expect([count, told(last, 'demands ')]).toEqual([count, 10]);
    }
    expect(told(publish(crowdOf(15), last), 'demands ')).toBe(15);
    expect(told(publish(crowdOf(5), last), 'demands ')).toBe(5);
    expect(told(publish(crowdOf(4), last), 'demands ')).toBeUndefined();
  });

  it('repeats no text of a buyer: of columns, those alone that the vocabulary names', () => {
    const expectedFields = [
      { name: 'vin', required: false },
      { name: 'Buy at Acme', required: false },
    ];
    const { figures } = publish({ listings: demands(6, 6, { expectedFields }) });
    expect(figures['unmet-field =vehicle-id-number']).toBeDefined();
    expect(JSON.stringify(figures)).not.toContain('acme');
  });
});
