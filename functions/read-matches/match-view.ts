import type { OrganizationId } from '../../domain/ids.ts';
import { domainsOf, isDemand, type Listing } from '../../domain/listing/listing.ts';
import type { Match } from '../../domain/match/match.ts';
import { toldReview } from '../../domain/match/review.ts';
import { shownCriterion } from '../../domain/preview/shown-sentence.ts';
import { etagOfMatch } from '../_matching/match-etag.ts';

/** Who looks: one of the two sides, or the operator. */
export type Viewer = { readonly as: 'operator' } | { readonly as: 'member'; readonly organization: OrganizationId };

/** The side that a member has in a match; undefined for a stranger. */
export function roleOf(match: Match, organization: OrganizationId): 'buyer' | 'supplier' | undefined {
  if (match.buyerId === organization) return 'buyer';
  return match.supplierId === organization ? 'supplier' : undefined;
}

/**
 * What a listing shows to the other side by default: title, domain and level; no name, no contact, no description. A
 * listing that has changed or gone since is not shown: its new text was never part of this match.
 */
function listingView(listing: Listing | undefined, id: string, version: number) {
  if (listing?.version !== version) return { id, version };
  return isDemand(listing)
    ? { id, version, title: listing.title, domains: domainsOf(listing), maxSecurityLevel: listing.maxSecurityLevel }
    : { id, version, title: listing.title, domain: listing.domain, securityLevel: listing.securityLevel };
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
function versionsFor(match: Match, viewer: Viewer): Pick<Match, 'offerVersion' | 'demandVersion'> {
  return viewer.as === 'member' && match.status === 'ended' && match.shown ? match.shown : match;
}

/** A match as one viewer may see it. Members never learn who the other side is. */
export function matchView(match: Match, listings: ReadonlyMap<string, Listing>, viewer: Viewer) {
  const { offerVersion, demandVersion } = versionsFor(match, viewer);
  return {
    id: match.id,
    ...outcomeView(match, viewer),
    status: match.status,
    score: match.score,
    ...parties(match, viewer),
    offer: listingView(listings.get(match.offerId), match.offerId, offerVersion),
    demand: listingView(listings.get(match.demandId), match.demandId, demandVersion),
    criteria: match.criteria.map(shownCriterion),
    foundAt: match.foundAt,
    updatedAt: match.updatedAt,
  };
}
