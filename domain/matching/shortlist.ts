import type { ListingId, OrganizationId } from '../ids.ts';
import type { Listing } from '../listing/listing.ts';
import type { CompactListing } from './compact/compact-listing.ts';
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

/** What a listing is held against its candidates by. The other side's party is not known yet. */
export type ShortlistFacts = Pick<Facts, 'now' | 'today' | 'usesNegativeLists' | 'rulebook'> & {
  /** The party of the listing itself. */
  readonly own: Facts['buyer'];
  readonly weights: Weights;
};

const bestFirst = (one: Shortlisted, other: Shortlisted): number =>
  other.most - one.most || (one.id < other.id ? -1 : 1);

/** Which candidates of a listing are worth reading. */
export function shortlist(_listing: Listing, candidates: Iterable<Candidate>, _facts: ShortlistFacts): Shortlist {
  return { open: Array.from(candidates, ({ id }) => ({ id, most: 100 })).sort(bestFirst), near: [] };
}
