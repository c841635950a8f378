import { isDemand, type Listing } from '../listing/listing.ts';
import type { CertifiedTag } from '../listing/parts.ts';
import type { Party } from '../organization/organization.ts';
import { type CalendarDay, dayAfter } from '../time.ts';

const firstDaysWithout = (tags: readonly (string | CertifiedTag)[]): readonly CalendarDay[] =>
  tags.flatMap((tag) => (typeof tag === 'string' || tag.validUntil === undefined ? [] : [dayAfter(tag.validUntil)]));

/**
 * The days on which a listing's pairs may be judged otherwise though nobody touched it: the first without a certificate
 * that it carries, and the first of a year for which no totals of exported persons are stated.
 */
export function recheckDaysOfListing(listing: Listing): readonly CalendarDay[] {
  if (isDemand(listing)) return [];
  const totals = listing.transfer?.exportTotals;
  const newYear = totals ? [`${totals.year + 1}-01-01`] : [];
  return [...new Set([...firstDaysWithout(listing.complianceTags), ...newYear])].sort();
}

/** The days on which the pairs of all of a party's listings may be judged otherwise: the first without a tag that it holds. */
export function recheckDaysOfParty({ heldTags }: Pick<Party, 'heldTags'>): readonly CalendarDay[] {
  return [...new Set(firstDaysWithout(heldTags))].sort();
}
