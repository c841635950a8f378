import { moment } from './listings.ts';

const day = '2026-11-22';

const listings = {
  listed: 2,
  organizations: 1,
  byStatus: { listed: 2, withdrawn: 1 },
  byDomain: { '54': 2, G: 2 },
  byLevel: { '2': 1, '3': 1 },
};

export const figuresPage = {
  items: [
    {
      day,
      takenAt: moment,
      organizations: { total: 3, verified: 2, byKind: { private: 2, soe: 1 } },
      offers: listings,
      demands: listings,
      volume: { bytes: '12000000000', offers: 1 },
      matches: { open: 2, undecided: 0, found: 3, demandsServed: 1, demandsUnserved: 1 },
      value: [{ currency: 'CNY', amount: '500000', demands: 1 }],
      wait: { days: 30, matches: 3, p50Seconds: 4, p95Seconds: 11 },
      onDay: { registrations: 1, firstListings: 1, firstMatches: 0, offers: 1, demands: 0, matches: 1 },
      byMonth: [{ month: '2026-11', registrations: 3, firstListings: 2, firstMatches: 2 }],
    },
  ],
};

export const unmetDemandPage = {
  items: [
    {
      day,
      takenAt: moment,
      demands: { exactly: 7 },
      byDomain: [{ domain: '54', demands: 6 }],
      byPurpose: [{ purpose: 'purpose-scientific-research', demands: 5 }],
      byField: [{ field: '=vehicle-id-number', demands: 5 }],
      byBudget: [{ budget: { currency: 'CNY', from: 10000, to: 100000 }, demands: 5 }],
      byDomainAndPurpose: [{ domain: '54', purpose: 'purpose-scientific-research', demands: 5 }],
    },
  ],
};
