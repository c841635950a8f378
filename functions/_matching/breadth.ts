import type { Demand } from '../../domain/demand/demand.ts';
import { isDemand, type Listing } from '../../domain/listing/listing.ts';
import { tooBroad } from '../../domain/preview/breadth.ts';
import type { makeLogger } from '../_runtime/logger.ts';
import { errorName } from '../_runtime/queue-messages.ts';
import { judgeCandidates } from './judge-candidates.ts';
import type { makeJudgingDeps } from './judging.ts';
import { shortlisting } from './shortlisting.ts';

/** How many offers are looked at: enough to tell that more match than a person reads, and no burden on whoever waits. */
const mostLookedAt = 300;

/** What is said of a demand as it is posted or changed; nothing of an offer. */
export type BreadthOf = (listing: Listing) => Promise<{ readonly tooBroad?: ReturnType<typeof tooBroad> }>;

/**
 * Whether a demand finds more than a person reads, said to its owner at once: its mails will show the best alone and count
 * the others. The same rule as in a preview, on at most 300 offers, those under its own domains first, as somebody waits for the
 * answer. The demand is on record by then: where this fails, nothing is said, as an answer that it was not made would have it posted twice.
 */
export const breadthOf = (
  deps: ReturnType<typeof makeJudgingDeps>,
  logger: Pick<ReturnType<typeof makeLogger>, 'warn'>,
): BreadthOf => {
  const shortlisted = shortlisting(deps);
  const judgeAgainst = judgeCandidates(deps);

  async function look(listing: Demand): Promise<ReturnType<typeof tooBroad>> {
    const now = deps.clock();
    const { candidates, open } = await shortlisted(listing, now, { most: mostLookedAt });
    const mayMatch = open.map(({ id }) => id);
    const judged = await judgeAgainst(listing, mayMatch, now);
    const matched = judged.filter(({ verdict }) => verdict.outcome === 'matched').length;
    return tooBroad(listing, candidates.size, matched);
  }

  return async (listing) => {
    if (!isDemand(listing)) return {};
    try {
      return { tooBroad: await look(listing) };
    } catch (error) {
      logger.warn('breadth unknown', { demandId: listing.id, errorName: errorName(error) });
      return { tooBroad: null };
    }
  };
};
