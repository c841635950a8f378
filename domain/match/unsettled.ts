import type { ListingId } from '../ids.ts';
import { isDemand, type Listing } from '../listing/listing.ts';
import type { Candidate } from '../matching/shortlist.ts';
import type { Match } from './match.ts';

/** The other side of a match of a listing. */
export const otherOf = ({ offerId, demandId }: Match, listing: ListingId): ListingId =>
  offerId === listing ? demandId : offerId;

type Settled = {
  /** Everybody who may match, with what is known of them, and who of them no gate forbids. */
  readonly candidates: ReadonlyMap<ListingId, Candidate>;
  readonly open: ReadonlySet<ListingId>;
  /** The near pairs that a remedy was looked for. */
  readonly near: ReadonlySet<ListingId>;
};

/**
 * The open matches of a listing that must be judged again once all its pairs worth reading were: those that are not worth
 * reading any more, those that are near and not among the best, and those that rest on another version of either side. The
 * last are few: what somebody wrote who ended before looking at it again.
 */
export function unsettled(open: readonly Match[], listing: Listing, settled: Settled): readonly Match[] {
  const isSettled = (match: Match): boolean => {
    const other = otherOf(match, listing.id);
    if (settled.near.has(other)) return true;
    const [own, others] = isDemand(listing)
      ? [match.demandVersion, match.offerVersion]
      : [match.offerVersion, match.demandVersion];
    const isJudged = settled.open.has(other) && match.outcome !== 'near';
    return isJudged && own === listing.version && others === settled.candidates.get(other)?.compact?.version;
  };
  return open.filter((match) => !isSettled(match));
}
