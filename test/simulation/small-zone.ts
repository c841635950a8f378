import type { Figures } from '../../infra/simulation/figures.ts';
import { measuredFigures, valuesOf } from '../../infra/simulation/figures.ts';
import type { Division } from '../../infra/simulation/market.ts';
import type { Setup } from '../../infra/simulation/setup.ts';

/** Figures of which those that are named are what is tested, and all others nothing, so that one can calculate by hand. */
export const figures = (own: Partial<Figures>): Figures => ({
  ...valuesOf(measuredFigures),
  journalExtraBytes: 0,
  journalSeconds: 0,
  keptRows: 0,
  looks: 1,
  lookMs: 0,
  coldMicros: 0,
  warmMicros: 0,
  pairMs: 0,
  recordMs: 0,
  pageMs: 0,
  roundMs: 0,
  nearShare: 0,
  domainsADemand: 1,
  ...own,
});

/** One division, whose listings have each other as candidates. */
const oneDivision: readonly Division[] = [{ code: '66', share: 1, related: [0], empty: 0 }];

/** A zone of one division in which nothing is too small, but for what a test says. */
export const smallZone = (own: Partial<Setup> = {}): Setup => ({
  market: { offers: 1000, demands: 1000, divisions: oneDivision },
  postsPerSecond: 1,
  burst: { times: 1, minutes: 0 },
  seed: 1,
  open: { pairs: 0 },
  shards: 1,
  matcherRuns: { prompt: 10, overflow: 5 },
  matcherMiB: 1769,
  pairsAtOnce: 500,
  promptListingsAMinute: 1e9,
  requestsASecond: 500,
  mailsAMinute: 600,
  instantMailsADay: 20,
  figures: figures({}),
  ...own,
});
