import type { ListingId } from '../../domain/ids.ts';
import { domainsOf, isDemand, type Listing } from '../../domain/listing/listing.ts';
import { type Part, whole } from '../../domain/matching/parts.ts';
import type { Candidate, Shortlist } from '../../domain/matching/shortlist.ts';
import type { Instant } from '../../domain/time.ts';
import { relatedDomains } from '../../domain/vocabulary/domain-relations.ts';
import type { makeJudgingDeps } from './judging.ts';
import { partiesOf } from './parties.ts';
import { rulesAt } from './rules-at.ts';

type Deps = Omit<ReturnType<typeof makeJudgingDeps>, 'clock'>;

/** Who may match a listing at all, whether that is everybody, and who of them is worth reading. */
export type Shortlisted = Shortlist & {
  readonly candidates: ReadonlyMap<ListingId, Candidate>;
  readonly complete: boolean;
};

/** How far a search goes: to one part of the other side's ids, or no further than so many candidates. */
type Reach = { readonly part?: Part; readonly most?: number };

/** Finds the listings of the other side under a domain related to a listing's, and who of them is worth reading. */
export const shortlisting = (deps: Deps) => {
  async function candidatesOf(listing: Listing, { part = whole, most }: Reach) {
    const otherKind = isDemand(listing) ? 'offer' : 'demand';
    const own = domainsOf(listing);
    const domains = [...new Set([...own, ...own.flatMap((domain) => relatedDomains(domain))])];
    const isCanary = deps.canary.has(listing.organizationId);
    // Nobody's listing fits what the canary posts, or is shown it, whatever it says.
    const mayMeet = ({ id, organizationId }: Candidate): boolean =>
      organizationId !== listing.organizationId &&
      deps.canary.has(organizationId) === isCanary &&
      id.startsWith(`${otherKind}-${part}`);
    const { candidates, complete } =
      most === undefined
        ? { candidates: await deps.candidates.under(deps.judge, otherKind, domains), complete: true }
        : await deps.candidates.some(deps.judge, otherKind, domains, most);
    return { candidates: new Map([...candidates].filter(([, candidate]) => mayMeet(candidate))), complete };
  }

  /** By what is on record now, read consistently: of two listings posted at the same instant the later to be judged finds the other. */
  return async (listing: Listing, now: Instant, reach: Reach = {}): Promise<Shortlisted> => {
    const [found, party] = await Promise.all([candidatesOf(listing, reach), partiesOf(deps, [listing.organizationId])]);
    const { facts, weights } = rulesAt(deps, now);
    const own = party(listing.organizationId);
    return { ...found, ...deps.shortlist(listing, found.candidates.values(), { ...facts, own, weights }) };
  };
};
