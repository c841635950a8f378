import type { Limits } from './zone.ts';

/** For a zone of some ten thousand listings and a mail relay as large providers rent them out. */
export const defaultLimits: Limits = {
  pairsAtOnce: 500,
  promptListingsAMinute: { organization: 120, domain: 600 },
  matcherRuns: { prompt: 10, overflow: 5, sweeps: 2 },
  requestsASecond: { rate: 500, burst: 1000 },
  writesAMinute: 600,
  listingsAnOrganization: 5000,
  mailsAMinute: 600,
  instantMailsADay: 20,
  dailyMailsADay: 50,
  invitationsADay: { organization: 20, address: 3 },
};
