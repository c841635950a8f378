import pMap from 'p-map';
import type { Demand } from '../../domain/demand/demand.ts';
import type { MatchId } from '../../domain/ids.ts';
import { isDemand, type Listing } from '../../domain/listing/listing.ts';
import type { Match } from '../../domain/match/match.ts';
import { isShown, standingDecision } from '../../domain/match/review.ts';
import { tagsInDate } from '../../domain/matching/tags-in-date.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { type CalendarDay, dayIn, type Instant, laterOf } from '../../domain/time.ts';
import type { FoundMatch } from '../_mail/match-mail-input.ts';
import type { TellingDeps } from './telling-deps.ts';

/** How many matches are read at a time. */
const readsAtOnce = 16;

/** A match that a mail may tell of, and which offer of whom it shows in which version: for the audit record and the order, never for the reader. */
export type ToldMatch = FoundMatch &
  Pick<Match, 'offerId' | 'offerVersion' | 'supplierId'> & {
    /** Whether the offer says what was judged. A newer text may be nobody's here to see, and is shown once it was judged. */
    readonly isAsJudged: boolean;
    /** When the later of its two listings was posted, or changed. */
    readonly postedAt: Instant;
  };

const isStillFound = (match: Match | undefined): match is Match => match !== undefined && isShown(match);

function shown(match: Match, offer: Offer, demand: Demand, today: CalendarDay): ToldMatch {
  const { title, domain, securityClass, securityLevel, deliveryModes, recipientTags, jurisdiction } = offer;
  const inCommon = deliveryModes.filter((mode) => demand.deliveryModes.includes(mode));
  return {
    matchId: match.id,
    offerId: match.offerId,
    offerVersion: match.offerVersion,
    supplierId: match.supplierId,
    postedAt: laterOf(offer.updatedAt, demand.updatedAt),
    isAsJudged: offer.status === 'listed' && offer.version === match.offerVersion,
    score: match.score,
    offer: {
      title,
      domain,
      securityClass,
      securityLevel,
      // None where the demand was revised since: what is judged anew is told by a request of its own.
      deliveryModes: inCommon.length > 0 ? inCommon : deliveryModes,
      recipientTags,
      carriedTags: [...tagsInDate(offer.complianceTags, today)],
      jurisdiction,
    },
    usedIn: demand.jurisdiction,
    criteria: match.criteria,
    foundAt: match.foundAt,
    isCleared: standingDecision(match) !== undefined,
  };
}

/**
 * What a mail may tell of these matches as they stand now, in no order. One that has ended since is left out. One whose
 * offer was changed since is found still, and not to be shown yet: a new version that fits as well is no news of its own,
 * and what is withdrawn or suspended ends by a request of its own.
 */
export const readFoundMatches =
  ({
    access,
    matches,
    listings,
    clock,
    timeZone,
  }: Pick<TellingDeps, 'access' | 'matches' | 'listings' | 'clock' | 'timeZone'>) =>
  async (demand: Demand, ids: Iterable<MatchId>): Promise<readonly ToldMatch[]> => {
    const read = await pMap(new Set(ids), (id) => matches.get(access, id), { concurrency: readsAtOnce });
    const found = read.filter(isStillFound).filter((match) => match.demandId === demand.id);
    const offers = await listings.getMany(
      access,
      found.map((match) => match.offerId),
    );
    const today = dayIn(timeZone, clock());
    const byId = new Map<string, Listing>(offers.map((offer) => [offer.id, offer]));
    return found.flatMap((match) => {
      const offer = byId.get(match.offerId);
      return offer && !isDemand(offer) ? [shown(match, offer, demand, today)] : [];
    });
  };
