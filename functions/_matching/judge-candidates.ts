import type { Demand } from '../../domain/demand/demand.ts';
import type { ListingId } from '../../domain/ids.ts';
import { isDemand, type Listing } from '../../domain/listing/listing.ts';
import type { JudgedPair } from '../../domain/match/record.ts';
import type { Facts } from '../../domain/matching/facts.ts';
import { judge } from '../../domain/matching/match.ts';
import type { Weights } from '../../domain/matching/weights.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import type { Instant } from '../../domain/time.ts';
import { matchIdOf } from '../_runtime/ids.ts';
import type { makeJudgingDeps } from './judging.ts';
import { partiesOf } from './parties.ts';
import { rulesAt } from './rules-at.ts';

type Deps = Omit<ReturnType<typeof makeJudgingDeps>, 'clock' | 'candidates' | 'canary' | 'shortlist'>;

type Pair = { readonly offer: Offer; readonly demand: Demand };

/** A pair with the facts and weights that it was judged by. */
export type JudgedCandidate = JudgedPair & { readonly facts: Facts; readonly weights: Weights };

function pairOf(a: Listing, b: Listing): Pair | undefined {
  if (isDemand(a)) return isDemand(b) ? undefined : { offer: b, demand: a };
  return isDemand(b) ? { offer: a, demand: b } : undefined;
}

/** Reads listings of the other side in full and judges a listing against them, by the criteria that go on record. */
export const judgeCandidates =
  (deps: Deps) =>
  async (listing: Listing, ids: Iterable<ListingId>, now: Instant): Promise<readonly JudgedCandidate[]> => {
    const others = await deps.listings.getMany(deps.judge, ids);
    const pairs = others.flatMap((other) => pairOf(listing, other) ?? []);
    const party = await partiesOf(
      deps,
      pairs.flatMap(({ offer, demand }) => [offer.organizationId, demand.organizationId]),
    );
    const { facts: rules, weights, weightsVersion } = rulesAt(deps, now);
    return pairs.map(({ offer, demand }) => {
      const facts = { ...rules, buyer: party(demand.organizationId), supplier: party(offer.organizationId) };
      const judged = judge(offer, demand, facts, weights);
      const verdict = { ...judged, rulebook: `${judged.rulebook} weights@${weightsVersion}` };
      return { matchId: matchIdOf(offer.id, demand.id), offer, demand, verdict, facts, weights };
    });
  };
