import type { Figures } from '../../domain/statistics/figures.ts';
import type { PublicFigures } from '../../domain/statistics/public-figures.ts';
import type { UnmetDemand } from '../../domain/statistics/unmet-demand.ts';
import { type CalendarDay, daysAfter, Instant } from '../../domain/time.ts';

const takenAt = (day: CalendarDay): Instant => Instant.parse(`${daysAfter(day, 1)}T17:10:00.000Z`);

const shares = {
  54: 0.3,
  G: 0.34,
  66: 0.2,
  67: 0.05,
  J: 0.25,
  84: 0.15,
  Q: 0.18,
  64: 0.12,
  I: 0.14,
  77: 0.08,
  N: 0.09,
};

const listings = (listed: number, organizations: number): Figures['offers'] => ({
  listed,
  organizations,
  byStatus: { listed, suspended: 3, withdrawn: Math.floor(listed / 5) },
  byDomain: Object.fromEntries(Object.entries(shares).map(([code, share]) => [code, Math.floor(listed * share)])),
  byLevel: {
    1: Math.floor(listed * 0.4),
    2: Math.floor(listed * 0.3),
    3: Math.floor(listed * 0.2),
    4: Math.floor(listed * 0.1),
  },
});

/** The figures of a day of a zone that grows; the `n`th since it began. */
export function aDayOfFigures(day: CalendarDay, n: number): Figures {
  const [offers, demands] = [300 + 9 * n, 120 + 4 * n + (n % 7) * 3];
  const served = Math.floor(demands * (0.4 + n / 400));
  return {
    day,
    takenAt: takenAt(day),
    organizations: {
      total: 210 + n,
      verified: 180 + n,
      byKind: { private: 90 + n, soe: 50, sme: 40, 'public-body': 12, research: 10, foreign: 8 },
    },
    offers: listings(offers, 80 + Math.floor(n / 2)),
    demands: listings(demands, 60 + Math.floor(n / 3)),
    volume: { bytes: String(41_500_000_000_000n * BigInt(n + 1)), offers: Math.floor(offers * 0.6) },
    matches: {
      open: served * 4,
      undecided: 6,
      found: served * 9,
      demandsServed: served,
      demandsUnserved: demands - served,
    },
    value: [
      { currency: 'CNY', amount: String(3_650_000_00 * (n + 1)), demands: 31 },
      { currency: 'HKD', amount: '12000000', demands: 4 },
    ],
    wait: { days: 30, matches: served, p50Seconds: 3 + (n % 5), p95Seconds: 45 + (n % 11) * 6 },
    onDay: { registrations: 1, firstListings: 1, firstMatches: n % 2, offers: 9, demands: 4, matches: 12 },
    byMonth: ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].map((month, index) => ({
      month,
      registrations: 20 + 7 * index,
      firstListings: 12 + 6 * index,
      firstMatches: 4 + 5 * index,
    })),
  };
}

/** What buyers of that zone look for in vain on a day. */
export const aDayOfUnmetDemand = (day: CalendarDay): UnmetDemand => ({
  day,
  takenAt: takenAt(day),
  demands: { exactly: 87 },
  byDomain: [
    { domain: '84', demands: 24 },
    { domain: '66', demands: 19 },
    { domain: '54', demands: 11 },
    { domain: '77', demands: 6 },
  ],
  byPurpose: [
    { purpose: 'purpose-ai-training', demands: 38 },
    { purpose: 'purpose-scientific-research', demands: 14 },
    { purpose: 'purpose-public-service', demands: 7 },
  ],
  byField: [
    { field: '=vehicle-id-number', demands: 12 },
    { field: '=mileage', demands: 9 },
    { field: 'axlecount', demands: 5 },
  ],
  byBudget: [
    { budget: null, demands: 40 },
    { budget: { currency: 'CNY', from: 100_000, to: 1_000_000 }, demands: 22 },
    { budget: { currency: 'CNY', from: 0, to: 10_000 }, demands: 9 },
    { budget: { currency: 'CNY', from: 10_000_000, to: null }, demands: 5 },
  ],
  byDomainAndPurpose: [{ domain: '84', purpose: 'purpose-ai-training', demands: 17 }],
});

/** What anybody may know of that zone. */
export const aMonthOfPublicFigures = (month: string): PublicFigures => ({
  month,
  takenAt: takenAt(`${month}-01`),
  figures: Object.fromEntries(
    Object.entries({
      'organizations ': 210,
      'offers ': 870,
      'demands ': 340,
      'unmet ': 85,
      'offers I': 160,
      'demands I': 90,
      'offers G': 95,
      'demands Q': 35,
      'unmet-domain 84': 20,
      'unmet-domain 66': 15,
      'unmet-purpose purpose-ai-training': 35,
      'unmet-field =vehicle-id-number': 10,
    }).map(([name, told]) => [name, { told, from: told + 1 }]),
  ),
});
