import type { Listing } from '../../domain/listing/listing.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { CountedAs } from '../../domain/statistics/counted-as.ts';
import type { Tallies } from '../../domain/statistics/day-figures.ts';
import { countListing, noListings, servedOf } from '../../domain/statistics/listing-tally.ts';
import { type CountedMatch, countMatch, noMatches } from '../../domain/statistics/match-tally.ts';
import { countOrganization, noOrganizations } from '../../domain/statistics/organization-tally.ts';
import { Instant } from '../../domain/time.ts';
import { now } from '../builders/moment.ts';
import { demandId, offerId, org } from '../stores/ids.ts';

/** How markets are counted here. */
export const counted: CountedAs = { now, timeZone: 'Asia/Shanghai', leftOut: new Set() };

export type Market = {
  readonly organizations?: readonly Organization[];
  readonly matches?: readonly CountedMatch[];
  readonly listings?: readonly Listing[];
};

/** Everything that is counted of a market. */
export function talliesOf({ organizations = [], matches = [], listings = [] }: Market, as = counted): Tallies {
  const tallies = { organizations: noOrganizations(), matches: noMatches(), listings: noListings() };
  for (const organization of organizations) countOrganization(tallies.organizations, organization, as);
  for (const match of matches) countMatch(tallies.matches, match, as);
  const served = servedOf(tallies.matches);
  for (const listing of listings) countListing(tallies.listings, listing, served, as);
  return tallies;
}

/** A match that both sides see, found an hour after the later posting; with the fields given in place of its own. */
export const aCountedMatch = (fields: Partial<CountedMatch> = {}): CountedMatch => ({
  offerId: offerId(1),
  demandId: demandId(1),
  supplierId: org('org-supplier'),
  buyerId: org('org-buyer'),
  outcome: 'matched',
  score: 80,
  postedAt: Instant.parse('2026-11-22T07:00:00.000Z'),
  foundAt: Instant.parse('2026-11-22T08:00:00.000Z'),
  shownSince: Instant.parse('2026-11-22T08:00:00.000Z'),
  isShown: true,
  isUndecided: false,
  ...fields,
});
