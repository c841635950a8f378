import { describe, expect, it } from 'vitest';
import { budgetBandOf, readBudgetBand } from '../../domain/statistics/budget-band.ts';
import { figuresOf } from '../../domain/statistics/day-figures.ts';
import { countDuration, quantileOf } from '../../domain/statistics/durations.ts';
import { Figures } from '../../domain/statistics/figures.ts';
import { Instant } from '../../domain/time.ts';
import { aDemand } from '../builders/demand.ts';
import { now, posted } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { demandId, offerId, org } from '../stores/ids.ts';
import { aCountedMatch, counted, type Market, talliesOf } from './counted-market.ts';

const day = '2026-11-22';
const figures = (market: Market, as = counted) => {
  const told = figuresOf(talliesOf(market, as), { day, takenAt: now, timeZone: as.timeZone });
  return Figures.parse(JSON.parse(JSON.stringify(told)));
};
const price = { model: 'one-off', amount: 500_000, currency: 'CNY' } as const;

describe('the figures of a day', () => {
  it('count organizations, and as verified those of which the operator has verified anything', () => {
    const organizations = [
      anOrganization(),
      anOrganization({ id: org('org-2'), kind: 'soe', clearance: 2, heldTags: [] }),
      anOrganization({ id: org('org-3'), clearance: 1, heldTags: [] }),
    ];
    expect(figures({ organizations }).organizations).toEqual({
      total: 3,
      verified: 2,
      byKind: { private: 2, soe: 1 },
    });
  });

  it('count what is listed by division and section, once each, and by level; and all by status', () => {
    const listings = [
      anOffer(),
      anOffer({ id: offerId(2), domain: '66', securityLevel: 3 }),
      anOffer({ id: offerId(3), status: 'suspended' }),
      anOffer({ id: offerId(4), status: 'withdrawn' }),
      anOffer({ id: offerId(5), validUntil: posted }),
      aDemand({ domains: ['66', '67', 'J'] }),
    ];
    const { offers, demands } = figures({ listings });
    expect(offers).toEqual({
      listed: 2,
      organizations: 1,
      byStatus: { expired: 1, listed: 2, suspended: 1, withdrawn: 1 },
      byDomain: { 54: 1, 66: 1, G: 1, J: 1 },
      byLevel: { 2: 1, 3: 1 },
    });
    expect(demands.byDomain).toEqual({ 66: 1, 67: 1, J: 1 });
  });

  it('sum bytes and money without losing any, beyond what a JSON number holds', () => {
    const volumeBytes = Number.MAX_SAFE_INTEGER;
    const listings = [1, 2, 3].map((n) => anOffer({ id: offerId(n), volumeBytes, price }));
    const told = figures({ listings: [...listings, anOffer({ id: offerId(4), status: 'suspended', volumeBytes })] });
    expect(told.volume).toEqual({ bytes: String(3n * BigInt(volumeBytes)), offers: 3 });
    expect(told.value).toEqual([]);
  });

  it('value each served demand once, by its best offer, where that has a hard price', () => {
    const listings = [
      anOffer({ id: offerId(1), price }),
      anOffer({ id: offerId(2), price: { ...price, amount: 900_000 } }),
      anOffer({ id: offerId(3), price: { ...price, model: 'per-call' } }),
      ...[1, 2, 3, 4].map((n) => aDemand({ id: demandId(n) })),
    ];
    const matches = [
      aCountedMatch({ offerId: offerId(1), score: 90 }),
      aCountedMatch({ offerId: offerId(2), score: 80 }),
      aCountedMatch({ offerId: offerId(2), demandId: demandId(2) }),
      aCountedMatch({ offerId: offerId(3), demandId: demandId(3) }),
      aCountedMatch({ offerId: offerId(1), demandId: demandId(4), isShown: false }),
    ];
    const { value, matches: told } = figures({ listings, matches });
    expect(value).toEqual([{ currency: 'CNY', amount: '1400000', demands: 2 }]);
    expect(told).toMatchObject({ open: 4, found: 5, demandsServed: 3, demandsUnserved: 1 });
  });

  it('say how long it took from the later posting to the match, of what no person had to decide and was found lately', () => {
    const since = (hours: number) => ({
      postedAt: Instant.parse(new Date(Date.parse(day) - hours * 3_600_000).toISOString()),
    });
    const foundAt = Instant.parse(`${day}T00:00:00.000Z`);
    const matches = [
      ...Array.from({ length: 19 }, () => aCountedMatch({ foundAt, ...since(1) })),
      aCountedMatch({ foundAt, ...since(24) }),
      aCountedMatch({ foundAt, ...since(1000), outcome: 'needs-review' }),
      aCountedMatch({ foundAt: Instant.parse('2026-10-01T00:00:00.000Z'), ...since(5000) }),
    ];
    const { wait } = figures({ matches });
    expect(wait?.matches).toBe(20);
    expect(wait?.p50Seconds).toBeGreaterThanOrEqual(3600);
    expect(wait?.p95Seconds).toBeLessThan(3600 * 1.2);
    expect(figures({}).wait).toBeNull();
  });

  it('count what came on that day by the zone’s clock, and firsts by month', () => {
    const createdAt = Instant.parse('2026-11-21T16:00:00.000Z');
    const told = figures({
      organizations: [anOrganization({ createdAt }), anOrganization({ id: org('org-supplier') })],
      listings: [anOffer({ createdAt }), anOffer({ id: offerId(2) }), aDemand({ createdAt: now })],
      matches: [aCountedMatch(), aCountedMatch({ demandId: demandId(2), buyerId: org('org-3') })],
    });
    expect(told.onDay).toEqual({
      registrations: 1,
      firstListings: 0,
      firstMatches: 3,
      offers: 1,
      demands: 0,
      matches: 2,
    });
    expect(told.byMonth).toEqual([{ month: '2026-11', registrations: 2, firstListings: 1, firstMatches: 3 }]);
  });

  it('leave out whoever only tries the zone', () => {
    const as = { ...counted, leftOut: new Set([org('org-canary')]) };
    const id = org('org-canary');
    const market = {
      organizations: [anOrganization({ id })],
      listings: [anOffer({ organizationId: id }), aDemand({ organizationId: id })],
      matches: [aCountedMatch({ buyerId: id }), aCountedMatch({ supplierId: id })],
    };
    expect(figures(market, as)).toEqual(figures({}));
  });
});

describe('a share of durations', () => {
  it('is off by a fifth at the most, and never too short', () => {
    for (const seconds of [1, 7, 59, 600, 86_399, 1e7]) {
      const durations = new Map<string, number>();
      countDuration(durations, seconds);
      const told = quantileOf(durations, 0.5) ?? 0;
      expect(told).toBeGreaterThanOrEqual(seconds);
      expect(told).toBeLessThanOrEqual(Math.ceil(seconds * 1.2));
    }
  });
});

describe('a band of budgets', () => {
  it.each([
    [undefined, null],
    [
      { amount: 0, currency: 'CNY' },
      { currency: 'CNY', from: 0, to: 10_000 },
    ],
    [
      { amount: 999_999, currency: 'CNY' },
      { currency: 'CNY', from: 0, to: 10_000 },
    ],
    [
      { amount: 1_000_000, currency: 'CNY' },
      { currency: 'CNY', from: 10_000, to: 100_000 },
    ],
    [
      { amount: 123_456, currency: 'JPY' },
      { currency: 'JPY', from: 100_000, to: 1_000_000 },
    ],
    [
      { amount: 5e12, currency: 'CNY' },
      { currency: 'CNY', from: 10_000_000, to: null },
    ],
  ])('of %j is %j', (budget, band) => {
    expect(readBudgetBand(budgetBandOf(budget ? { budget } : {}))).toEqual(band);
  });
});
