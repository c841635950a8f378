import { isDemand, type Listing } from '../../domain/listing/listing.ts';
import { whole } from '../../domain/matching/parts.ts';
import { tooBroad } from '../../domain/preview/breadth.ts';
import { judgeCandidates } from './judge-candidates.ts';
import type { makeJudgingDeps } from './judging.ts';

/** How many offers are looked at: enough to tell that more match than a person reads, and no burden on whoever waits. */
const mostLookedAt = 300;

/** What is said of a demand as it is posted or changed; nothing of an offer. */
export type BreadthOf = (listing: Listing) => Promise<{ readonly tooBroad?: ReturnType<typeof tooBroad> }>;

/**
 * Whether a demand finds more than a person reads, said to its owner at once: its mails will show the best alone and count
 * the others. The same rule as in a preview, on at most 300 offers.
 */
export const breadthOf = (deps: ReturnType<typeof makeJudgingDeps>): BreadthOf => {
  const candidates = judgeCandidates(deps);
  return async (listing) => {
    if (!isDemand(listing)) return {};
    const { ids } = await candidates.find(listing, { part: whole, most: mostLookedAt });
    const judged = await candidates.judgeAgainst(listing, [...ids].slice(0, mostLookedAt), deps.clock());
    const matched = judged.filter(({ verdict }) => verdict.outcome === 'matched').length;
    return { tooBroad: tooBroad(listing, judged.length, matched) };
  };
};
