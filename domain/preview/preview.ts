import type { OrganizationId } from '../ids.ts';
import { isDemand, type Listing } from '../listing/listing.ts';
import type { Instant } from '../time.ts';
import { blockedMostBy } from './blocking.ts';
import { mailsPerWeek, tooBroad } from './breadth.ts';
import { coarse, isCrowd } from './coarse.ts';
import { duplicatesOf } from './likely-same.ts';
import { previewLimits } from './limits.ts';
import { nearMatchesOf } from './near-matches.ts';
import type { PreviewedPair } from './previewed-pair.ts';
import { shownCriterion, shownSentence } from './shown-sentence.ts';

const notice = shownSentence({
  zh: '预览按当前规则自动得出，仅供参考，不构成法律意见。',
  en: 'Judged automatically by the present rules, as a help; this is no legal advice.',
});

type Judged = {
  readonly listing: Listing;
  readonly pairs: readonly PreviewedPair[];
  /** The caller's own listings of the same kind. */
  readonly own: readonly Listing[];
  readonly now: Instant;
  /** Whether everything there is was judged. */
  readonly complete: boolean;
};

/** Best first; the id, which is not shown, settles a draw. */
const byRank = (otherId: (pair: PreviewedPair) => string) => (a: PreviewedPair, b: PreviewedPair) =>
  b.verdict.score - a.verdict.score || (otherId(a) < otherId(b) ? -1 : 1);

/** What a match shows of the other side, under the names that GET /v1/matches has: no id, no organization, no contact. */
function shownPair({ offer, demand, verdict }: PreviewedPair, side: 'offer' | 'demand') {
  const other =
    side === 'offer'
      ? { title: offer.title, domain: offer.domain, securityLevel: offer.securityLevel }
      : { title: demand.title, domains: demand.domains, maxSecurityLevel: demand.maxSecurityLevel };
  return { score: verdict.score, ...other, criteria: verdict.criteria.map(shownCriterion) };
}

/** Which side of a pair is another's. */
const sideOfOthers = (listing: Listing): 'offer' | 'demand' => (isDemand(listing) ? 'offer' : 'demand');

const matchedOf = (pairs: readonly PreviewedPair[]) => pairs.filter(({ verdict }) => verdict.outcome === 'matched');

/** The matches that are shown, best first: none but of a crowd. */
function bestOf({ listing, pairs }: Pick<Judged, 'listing' | 'pairs'>): readonly PreviewedPair[] {
  const [side, matched] = [sideOfOthers(listing), matchedOf(pairs)];
  if (!isCrowd(matched.map((pair) => pair[side].organizationId))) return [];
  return matched.toSorted(byRank((pair) => pair[side].id)).slice(0, previewLimits.best);
}

/** The listings of others of which the preview shows something. */
export const listingsShownIn = (judged: Pick<Judged, 'listing' | 'pairs'>): readonly Listing[] =>
  bestOf(judged).map((pair) => pair[sideOfOthers(judged.listing)]);

/**
 * What a member is told of a listing that is not stored. Everything about others is coarse (see coarse.ts); what waits for
 * a person is counted and never shown, as on record.
 */
export function previewOf({ listing, pairs, own, now, complete }: Judged) {
  const side = sideOfOthers(listing);
  const ownerOf = (pair: PreviewedPair): OrganizationId => pair[side].organizationId;
  const matched = matchedOf(pairs);
  const inReview = pairs.filter(({ verdict }) => verdict.outcome === 'needs-review');
  return {
    matches: coarse(matched.length),
    needsReview: coarse(inReview.length),
    best: bestOf({ listing, pairs }).map((pair) => shownPair(pair, side)),
    blockedMostBy: blockedMostBy(pairs, ownerOf),
    nearMatches: nearMatchesOf(pairs, isDemand(listing) ? 'buyer' : 'supplier', ownerOf),
    duplicates: duplicatesOf(listing, own),
    tooBroad: isDemand(listing) ? tooBroad(listing, pairs.length, matched.length) : null,
    mailsPerWeek: isDemand(listing) ? mailsPerWeek(listing, matched, now) : null,
    complete,
    notice,
  };
}
