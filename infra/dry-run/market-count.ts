import type { Listing } from '../../domain/listing/listing.ts';
import type { Pairing } from '../../domain/matching/remedies.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { CountedAs } from '../../domain/statistics/counted-as.ts';
import { partiesOf } from '../../domain/statistics/crowd.ts';
import { figuresOf } from '../../domain/statistics/day-figures.ts';
import { countListing, noListings, servedOf } from '../../domain/statistics/listing-tally.ts';
import { countMatch, noMatches } from '../../domain/statistics/match-tally.ts';
import { countOrganization, noOrganizations } from '../../domain/statistics/organization-tally.ts';
import { unmetDemandOf } from '../../domain/statistics/unmet-demand.ts';
import { dayIn, type Instant } from '../../domain/time.ts';
import type { JudgedPair } from './judged-pair.ts';

/** Counts a market as a zone would that had just found its matches; its listings are held in memory. */
export class MarketCount {
  readonly #as: CountedAs;
  readonly #organizations = noOrganizations();
  readonly #matches = noMatches();
  readonly #listings: Listing[] = [];

  constructor(now: Instant, timeZone: string) {
    this.#as = { now, timeZone, leftOut: new Set() };
  }

  organization(organization: Organization): void {
    countOrganization(this.#organizations, organization, this.#as);
  }

  listing(listing: Listing): void {
    this.#listings.push(listing);
  }

  pair({ offer, demand }: Pick<Pairing, 'offer' | 'demand'>, { verdict }: JudgedPair): void {
    const { outcome, score } = verdict;
    if (outcome === 'not-matched') return;
    const [isShown, { now }] = [outcome === 'matched', this.#as];
    countMatch(
      this.#matches,
      {
        offerId: offer.id,
        demandId: demand.id,
        supplierId: offer.organizationId,
        buyerId: demand.organizationId,
        outcome,
        score,
        foundAt: now,
        isShown,
        isUndecided: !isShown,
        shownSince: isShown ? now : undefined,
      },
      this.#as,
    );
  }

  /** The figures, and what is looked for in vain, as a zone's API has them. */
  result() {
    const { now: takenAt, timeZone } = this.#as;
    const listings = noListings();
    const served = servedOf(this.#matches);
    for (const listing of this.#listings) countListing(listings, listing, served, this.#as);
    const [organizations, matches, day] = [this.#organizations, this.#matches, dayIn(timeZone, takenAt)];
    return {
      figures: figuresOf({ organizations, matches, listings }, { day, takenAt, timeZone }),
      unmetDemand: unmetDemandOf(listings.unmet, partiesOf(organizations.affiliates), { day, takenAt }),
    };
  }
}
