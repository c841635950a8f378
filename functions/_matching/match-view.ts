import type { MemberAccess, OperatorAccess } from '../../domain/access/access.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import { disclosed } from '../../domain/listing/disclosure.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import type { Match } from '../../domain/match/match.ts';
import { toldReview } from '../../domain/match/review.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { shownCriterion } from '../../domain/preview/shown-sentence.ts';
import { etagOfMatch } from './match-etag.ts';

/** Who looks: one of the two sides, or the operator. */
export type Viewer = MemberAccess | OperatorAccess;

/** What was read of the listings of matches, and of the organizations that let themselves be seen. */
export type Shown = {
  readonly listings: ReadonlyMap<string, Listing>;
  readonly organizations: ReadonlyMap<OrganizationId, Organization>;
};

/** The side that a member has in a match; undefined for a stranger. */
export function roleOf(match: Match, organization: OrganizationId): 'buyer' | 'supplier' | undefined {
  if (match.buyerId === organization) return 'buyer';
  return match.supplierId === organization ? 'supplier' : undefined;
}

/**
 * What a listing shows in a match, as far as its `disclosure` goes. A listing that has changed or gone since is not shown:
 * its new text was never part of this match.
 */
function listingView({ listings, organizations }: Shown, id: string, version: number) {
  const listing = listings.get(id);
  if (listing?.version !== version) return { id, version };
  return { id, version, ...disclosed(listing, organizations.get(listing.organizationId)) };
}

const parties = (match: Match, viewer: Viewer) =>
  viewer.as === 'operator'
    ? { buyerId: match.buyerId, supplierId: match.supplierId }
    : { role: roleOf(match, viewer.organization) };

/** To the sides a match that was cleared is a match; who cleared it and with which note is the operator's own. */
function outcomeView(match: Match, viewer: Viewer) {
  if (viewer.as === 'operator') {
    const { outcome, reviews, rulebook } = match;
    return { outcome, reviews: reviews.map(toldReview), rulebook, etag: etagOfMatch(match) };
  }
  // Whoever may read a match that needed a person reads it because of the latest decision.
  const decision = match.outcome === 'needs-review' ? match.reviews.at(-1) : undefined;
  return { outcome: 'matched', ...(decision && { clearedAt: decision.decidedAt }) };
}

/**
 * The versions of both listings that a viewer may see. The end of a match may have come with a new text of the other side,
 * which was never part of it: of an ended match, sides see what they last saw.
 */
export function versionsFor(match: Match, viewer: Viewer): Pick<Match, 'offerVersion' | 'demandVersion'> {
  return viewer.as === 'member' && match.status === 'ended' && match.shown ? match.shown : match;
}

/** A match as one viewer may see it. Members learn who the other side is where it lets them. */
export function matchView(match: Match, shown: Shown, viewer: Viewer) {
  const { offerVersion, demandVersion } = versionsFor(match, viewer);
  return {
    id: match.id,
    ...outcomeView(match, viewer),
    status: match.status,
    score: match.score,
    ...parties(match, viewer),
    offer: listingView(shown, match.offerId, offerVersion),
    demand: listingView(shown, match.demandId, demandVersion),
    criteria: match.criteria.map(shownCriterion),
    foundAt: match.foundAt,
    updatedAt: match.updatedAt,
  };
}
