import type { Demand } from '../../domain/demand/demand.ts';
import type { Facts } from '../../domain/matching/facts.ts';
import type { JudgedCriterion, Verdict } from '../../domain/matching/judgement.ts';
import { judge } from '../../domain/matching/match.ts';
import { tagsInDate } from '../../domain/matching/tags-in-date.ts';
import type { Weights } from '../../domain/matching/weights.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { type Organization, type Party, unverifiedParty } from '../../domain/organization/organization.ts';
import { partyOf } from '../../domain/organization/party.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { withImplied } from '../../domain/vocabulary/compliance-tags.ts';

type Moment = Pick<Facts, 'usesNegativeLists'> & { readonly now: Instant; readonly today: CalendarDay };

type Listings = {
  readonly organizations: readonly Organization[];
  readonly offers: readonly Offer[];
  readonly demands: readonly Demand[];
};

export type JudgedPair = {
  readonly offer: Offer;
  readonly demand: Demand;
  readonly facts: Facts;
  readonly verdict: Verdict;
};

/** Judges every offer against every demand, each pair by itself: no candidates, no queue, no record. */
export function judgeMarket(listings: Listings, moment: Moment, weights: Weights): readonly JudgedPair[] {
  const parties = new Map(listings.organizations.map((organization) => [organization.id, partyOf(organization)]));
  const partyBehind = ({ organizationId }: Offer | Demand): Party =>
    parties.get(organizationId) ?? unverifiedParty(organizationId);
  return listings.demands.flatMap((demand) =>
    listings.offers.map((offer) => {
      const facts = { ...moment, buyer: partyBehind(demand), supplier: partyBehind(offer) };
      return { offer, demand, facts, verdict: judge(offer, demand, facts, weights) };
    }),
  );
}

/** A pair that all gates but one let through. */
export type NearMatch = {
  readonly pair: JudgedPair;
  readonly failed: JudgedCriterion;
  /** The reason code, or `certificate-expired` where the buyer has what is missing, past its date. */
  readonly kind: string;
};

function kindOf({ offer, facts: { buyer } }: JudgedPair, { reason }: JudgedCriterion, today: CalendarDay): string {
  if (reason.code !== 'recipient-tags-missing') return reason.code;
  const everHeld = withImplied(buyer.heldTags.map(({ tag }) => tag));
  const missing = offer.recipientTags.filter((tag) => !tagsInDate(buyer.heldTags, today).has(tag));
  return missing.every((tag) => everHeld.has(tag)) ? 'certificate-expired' : reason.code;
}

/** The closest first; equals by their titles, as ids differ from run to run. */
function byCloseness({ pair: one }: NearMatch, { pair: other }: NearMatch): number {
  const nameOf = ({ offer, demand }: JudgedPair): string => `${offer.title} ${demand.title}`;
  return other.verdict.score - one.verdict.score || nameOf(one).localeCompare(nameOf(other));
}

/** The pairs that failed by exactly one gate, the closest first. */
export function nearMatches(pairs: readonly JudgedPair[], today: CalendarDay): readonly NearMatch[] {
  const near = pairs.flatMap((pair) => {
    const [failed, ...others] = pair.verdict.criteria.filter(({ outcome }) => outcome === 'fail');
    return failed && others.length === 0 ? [{ pair, failed, kind: kindOf(pair, failed, today) }] : [];
  });
  return near.sort(byCloseness);
}
