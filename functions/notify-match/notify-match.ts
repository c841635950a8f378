import type { MatchFoundV1 } from '../../events/match-found.v1.ts';
import { tellBuyer } from '../_notification/tell-buyer.ts';
import type { Deps } from './deps.ts';

/** Tells a buyer of the matches that were found for one of its demands, all in one mail. */
export const notifyMatch = (deps: Deps) => {
  const tell = tellBuyer(deps);

  return async (found: readonly MatchFoundV1[]): Promise<void> => {
    const [first] = found;
    if (first)
      await tell(
        first.data.demandId,
        found.map(({ data }) => data.matchId),
        'found',
      );
  };
};
