import type { Demand } from '../../domain/demand/demand.ts';
import type { ListingId, OrganizationId } from '../../domain/ids.ts';
import { domainsOf, isDemand, type Listing } from '../../domain/listing/listing.ts';
import type { JudgedPair } from '../../domain/match/record.ts';
import type { Facts } from '../../domain/matching/facts.ts';
import { judge } from '../../domain/matching/match.ts';
import { type Weights, weightsOn } from '../../domain/matching/weights.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { type Party, unverifiedParty } from '../../domain/organization/organization.ts';
import { partyOf } from '../../domain/organization/party.ts';
import { rulebookOn } from '../../domain/rulebook/rulebook.ts';
import { dayIn, type Instant } from '../../domain/time.ts';
import { relatedDomains } from '../../domain/vocabulary/domain-relations.ts';
import type { Candidates, Reach } from '../_adapters/dynamo/candidate-store.ts';
import { matchIdOf } from '../_runtime/ids.ts';
import type { makeJudgingDeps } from './judging.ts';

type Pair = { readonly offer: Offer; readonly demand: Demand };

/** A pair with the facts and weights that it was judged by. */
type JudgedCandidate = JudgedPair & { readonly facts: Facts; readonly weights: Weights };

function pairOf(a: Listing, b: Listing): Pair | undefined {
  if (isDemand(a)) return isDemand(b) ? undefined : { offer: b, demand: a };
  return isDemand(b) ? { offer: a, demand: b } : undefined;
}

/** Finds who a listing may match, and judges it against them. */
export const judgeCandidates = (deps: Omit<ReturnType<typeof makeJudgingDeps>, 'clock'>) => {
  /** The listings of the other side under a related domain, those under the listing's own first. */
  function find(listing: Listing, reach: Reach): Promise<Candidates> {
    const otherKind = isDemand(listing) ? 'offer' : 'demand';
    const own = domainsOf(listing);
    const domains = [...new Set([...own, ...own.flatMap((domain) => relatedDomains(domain))])];
    const isCanary = deps.canary.has(listing.organizationId);
    // Nobody's listing fits what the canary posts, or is shown it, whatever it says.
    const mayMeet = (other: OrganizationId): boolean =>
      other !== listing.organizationId && deps.canary.has(other) === isCanary;
    return deps.candidates.find(deps.judge, otherKind, domains, mayMeet, reach);
  }

  async function partiesOf(pairs: readonly Pair[]): Promise<(id: OrganizationId) => Party> {
    const ids = pairs.flatMap(({ offer, demand }) => [offer.organizationId, demand.organizationId]);
    const known = await deps.organizations.getMany(deps.judge, ids);
    return (id) => {
      const organization = known.get(id);
      return organization ? partyOf(organization) : unverifiedParty(id);
    };
  }

  async function judgeAgainst(
    listing: Listing,
    ids: Iterable<ListingId>,
    now: Instant,
  ): Promise<readonly JudgedCandidate[]> {
    const candidates = await deps.listings.getMany(deps.judge, [...ids]);
    const pairs = candidates.flatMap((candidate) => pairOf(listing, candidate) ?? []);
    const party = await partiesOf(pairs);
    const today = dayIn(deps.timeZone, now);
    const { version, weights } = weightsOn(deps.weights, today);
    const rulebook = rulebookOn(today);
    return pairs.map(({ offer, demand }) => {
      const buyer = party(demand.organizationId);
      const supplier = party(offer.organizationId);
      const facts = { now, today, buyer, supplier, usesNegativeLists: deps.usesNegativeLists, rulebook };
      const judged = judge(offer, demand, facts, weights);
      const verdict = { ...judged, rulebook: `${judged.rulebook} weights@${version}` };
      return { matchId: matchIdOf(offer.id, demand.id), offer, demand, verdict, facts, weights };
    });
  }

  return { find, judgeAgainst };
};
