import type { ListingId, OrganizationId } from '../ids.ts';
import { isDemand, type Listing } from '../listing/listing.ts';
import type { Party } from '../organization/organization.ts';
import { rulebookOn } from '../rulebook/rulebook.ts';
import type { CompactListing } from './compact/compact-listing.ts';
import { DayJudge } from './compiled/day-judge.ts';
import type { PairForm } from './compiled/gates.ts';
import { Scale, Standing } from './compiled/standing.ts';
import type { Facts } from './facts.ts';
import type { Weights } from './weights.ts';

/** A listing of the other side as the index for matching has it; where nothing compact is known of it, it must be read. */
export type Candidate = {
  readonly id: ListingId;
  readonly organizationId: OrganizationId;
  readonly compact: CompactListing | undefined;
};

/** A candidate with the highest score, 0..100, that the pair can reach by what is known before the listing is read. */
export type Shortlisted = { readonly id: ListingId; readonly most: number };

/**
 * What of the candidates is worth reading, each list best first by `most`, equals by id. Who stands in neither list matches
 * not, needs no person, and no remedy would help: judged, the pair would leave nothing on record.
 */
export type Shortlist = {
  /** Pairs that no gate forbids, as far as is known. */
  readonly open: readonly Shortlisted[];
  /** Pairs that do not match, but may be near. */
  readonly near: readonly Shortlisted[];
};

/** What a listing is held against its candidates by. */
export type ShortlistFacts = Pick<Facts, 'now' | 'today' | 'usesNegativeLists' | 'rulebook'> & {
  /** The party of the listing itself. */
  readonly own: Facts['buyer'];
  /** The parties of the other side that are known: the more, the shorter the lists. */
  readonly partyOf?: (id: OrganizationId) => Party | undefined;
  readonly weights: Weights;
};

const bestFirst = (one: Shortlisted, other: Shortlisted): number =>
  other.most - one.most || (one.id < other.id ? -1 : 1);

/** Makes the pair of a candidate and the listing; undefined where either has a term that the vocabulary does not have. */
function pairingWith(
  judge: DayJudge,
  listing: Listing,
  own: Party,
): (candidate: Candidate, other: Party | undefined) => PairForm | undefined {
  const ownParty = judge.partyForm(own);
  const formOf = (party: Party | undefined) => party && judge.partyForm(party);
  if (isDemand(listing)) {
    const demand = judge.demandForm({ ...listing, knowsFields: true });
    return (candidate, other) => {
      const offer = demand && judge.offerOf(candidate);
      return demand && offer && { offer, demand, supplier: formOf(other), buyer: ownParty };
    };
  }
  const offer = judge.offerForm({ ...listing, knowsFields: true });
  return (candidate, other) => {
    const demand = offer && judge.demandOf(candidate);
    return offer && demand && { offer, demand, supplier: ownParty, buyer: formOf(other) };
  };
}

/** The highest score that there is. */
const best = 100;

/** Which candidates of a listing are worth reading, by the compiled judge. */
export function shortlist(listing: Listing, candidates: Iterable<Candidate>, facts: ShortlistFacts): Shortlist {
  const { today, usesNegativeLists = false, rulebook = rulebookOn(today), own, partyOf, weights } = facts;
  const judge = DayJudge.of({ today, usesNegativeLists, rulebook });
  const pairOf = pairingWith(judge, listing, own);
  const now = Date.parse(facts.now);
  const scale = new Scale(weights);
  const standing = new Standing();
  const open: Shortlisted[] = [];
  const near: Shortlisted[] = [];
  for (const candidate of candidates) {
    const { id } = candidate;
    const pair = pairOf(candidate, partyOf?.(candidate.organizationId));
    if (!pair) open.push({ id, most: best });
    else if (!judge.isHopeless(pair, now)) {
      judge.judge(standing, pair, now);
      if (!standing.isForbidden) open.push({ id, most: scale.scoreOf(standing) });
      else if (!standing.isBeyondRemedy) near.push({ id, most: scale.scoreOf(standing) });
    }
  }
  return { open: open.sort(bestFirst), near: near.sort(bestFirst) };
}
