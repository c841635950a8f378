import * as z from 'zod';
import { OrganizationId } from '../ids.ts';
import { domainsOf, isDemand, kindOf, type Listing } from '../listing/listing.ts';
import type { ListingStatus } from '../listing/parts.ts';
import type { Offer } from '../offer/offer.ts';
import { dayIn } from '../time.ts';
import { sectionOf } from '../vocabulary/industries.ts';
import type { CountedAs } from './counted-as.ts';
import { addAll, addAllOwned, addAllSums, addOwned, addSum, addTo, noteFirst, noteFirsts } from './counts.ts';
import type { MatchTally } from './match-tally.ts';
import { countUnmet } from './unmet-cells.ts';

const Owned = z.map(z.string(), z.map(OrganizationId, z.int()));

/** What was counted of some of a zone's listings, by keys that begin with `offer` or `demand`. */
export const ListingTally = z.strictObject({
  byStatus: z.map(z.string(), z.int()),
  /** Of what is listed: under each division and section that it names. */
  byDomain: z.map(z.string(), z.int()),
  byLevel: z.map(z.string(), z.int()),
  /** Of what is listed, all of it and by section: whose. */
  owned: Owned,
  /** Bytes on offer, by supplier. */
  bytes: z.map(OrganizationId, z.bigint()),
  offersWithBytes: z.int(),
  /** What the best offers of served demands cost, in minor units by currency, and of how many demands that is known. */
  value: z.map(z.string(), z.bigint()),
  valued: z.map(z.string(), z.int()),
  /** Demands that have an open match, and that have none. */
  served: z.int(),
  unmet: Owned,
  posted: z.map(z.string(), z.int()),
  firsts: z.map(OrganizationId, z.string()),
});
export type ListingTally = z.infer<typeof ListingTally>;

/** Nothing counted yet. */
export const noListings = (): ListingTally => ({
  byStatus: new Map(),
  byDomain: new Map(),
  byLevel: new Map(),
  owned: new Map(),
  bytes: new Map(),
  offersWithBytes: 0,
  value: new Map(),
  valued: new Map(),
  served: 0,
  unmet: new Map(),
  posted: new Map(),
  firsts: new Map(),
});

/** How the demands and offers of a zone found each other, as far as counting listings needs it. */
export type Served = {
  readonly demands: ReadonlySet<string>;
  /** For how many demands an offer is the best. */
  readonly bestFor: ReadonlyMap<string, number>;
};

/** Which demands have an open match, and for how many an offer is the best. */
export function servedOf({ best }: Pick<MatchTally, 'best'>): Served {
  const bestFor = new Map<string, number>();
  for (const { offerId } of best.values()) addTo(bestFor, offerId);
  return { demands: new Set(best.keys()), bestFor };
}

/** Every code that a listing stands under, once: its divisions, and the sections that these are part of. */
const codesOf = (listing: Listing): ReadonlySet<string> =>
  new Set(domainsOf(listing).flatMap((code) => [code, sectionOf(code)]));

function countOffer(tally: ListingTally, offer: Offer, { bestFor }: Served): void {
  const { id, organizationId, volumeBytes, price } = offer;
  if (volumeBytes !== undefined) {
    tally.bytes.set(organizationId, (tally.bytes.get(organizationId) ?? 0n) + BigInt(volumeBytes));
    tally.offersWithBytes += 1;
  }
  const { model, amount, currency } = price;
  const demands = bestFor.get(id) ?? 0;
  // As for matching, a price by the call or in negotiation is no hard figure.
  const isHard = model === 'one-off' || model === 'subscription';
  if (!isHard || amount === undefined || currency === undefined || demands === 0) return;
  addSum(tally.value, currency, BigInt(amount) * BigInt(demands));
  addTo(tally.valued, currency, demands);
}

function countListed(tally: ListingTally, listing: Listing, served: Served): void {
  const kind = kindOf(listing.id);
  const owner = listing.organizationId;
  for (const code of codesOf(listing)) addTo(tally.byDomain, `${kind} ${code}`);
  addTo(tally.byLevel, `${kind} ${isDemand(listing) ? listing.maxSecurityLevel : listing.securityLevel}`);
  for (const section of new Set(['', ...domainsOf(listing).map(sectionOf)]))
    addOwned(tally.owned, `${kind} ${section}`, owner);
  if (!isDemand(listing)) countOffer(tally, listing, served);
  else if (served.demands.has(listing.id)) tally.served += 1;
  else countUnmet(tally.unmet, listing);
}

/** What a listed listing is to everybody else. */
function standing({ organizationId, validUntil }: Listing, { now, suspended }: CountedAs): ListingStatus {
  if (validUntil <= now) return 'expired';
  return suspended?.has(organizationId) ? 'suspended' : 'listed';
}

/** Counts a listing. One that is past its time is over, whether or not it has been written so; one of a suspended organization is. */
export function countListing(tally: ListingTally, listing: Listing, served: Served, as: CountedAs): void {
  const { id, organizationId, status, createdAt } = listing;
  if (as.leftOut.has(organizationId)) return;
  const counted = status === 'listed' ? standing(listing, as) : status;
  addTo(tally.byStatus, `${kindOf(id)} ${counted}`);
  addTo(tally.posted, `${kindOf(id)} ${dayIn(as.timeZone, createdAt)}`);
  noteFirst(tally.firsts, organizationId, createdAt);
  if (counted === 'listed') countListed(tally, listing, served);
}

/** Adds what was counted of other listings. */
export function addListings(tally: ListingTally, other: ListingTally): void {
  for (const name of ['byStatus', 'byDomain', 'byLevel', 'valued', 'posted'] as const) addAll(tally[name], other[name]);
  for (const name of ['owned', 'unmet'] as const) addAllOwned(tally[name], other[name]);
  for (const name of ['bytes', 'value'] as const) addAllSums(tally[name], other[name]);
  tally.offersWithBytes += other.offersWithBytes;
  tally.served += other.served;
  noteFirsts(tally.firsts, other.firsts);
}
