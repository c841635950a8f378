import type { ListingId, OrganizationId } from '../../../domain/ids.ts';
import type { ListingKind } from '../../../domain/listing/listing.ts';
import type { Instant } from '../../../domain/time.ts';

type Key<Name extends string> = string & { readonly __key: Name };
const branded = <Name extends string>(text: string): Key<Name> => text as Key<Name>;

/** An organization's listings of one kind; nothing but an organization's own id makes one. */
export const makeOwnerKey = (organization: OrganizationId, kind: ListingKind): Key<'owner'> =>
  branded(`${organization}#${kind}`);

/** Newest last. */
export const makeListedOrder = (createdAt: Instant, id: ListingId): Key<'listedOrder'> => branded(`${createdAt}#${id}`);

export const makeDomainKey = (kind: ListingKind, domain: string): Key<'domain'> => branded(`${kind}#${domain}`);

/** Due times spread over a few partitions, so that no one partition takes every write. */
export const expiryShards: readonly Key<'expiryShard'>[] = ['0', '1', '2', '3'].map((shard) => branded(shard));

/** The shard of a listing, from the last hex digit of its id. */
export function expiryShardOf(id: ListingId): Key<'expiryShard'> {
  const shard = Number.parseInt(id.slice(-1), 16) % expiryShards.length;
  return expiryShards[shard] ?? branded('0');
}

/** Best first when read forwards; the id breaks ties, so that a page never repeats or loses a match. */
export const makeRank = (score: number, id: string): Key<'rank'> =>
  branded(`${String(100 - score).padStart(3, '0')}#${id}`);

/** The end of the ranks with at least this score. */
export const rankBound = (minScore: number): Key<'rank'> => branded(`${String(100 - minScore).padStart(3, '0')}#~`);

/** The first rank behind this one; from the start where there is none. */
export const rankAfter = (rank: string | undefined): Key<'rank'> => branded(rank === undefined ? '000#' : `${rank}!`);

export const makeDeliveryKey = (matchId: string, contact: string): Key<'delivery'> => branded(`${matchId}#${contact}`);

export const makeRequestKey = (organization: OrganizationId, kind: ListingKind, key: string): Key<'request'> =>
  branded(`${makeOwnerKey(organization, kind)}#${key}`);

/** When a version was recorded; versions of one millisecond keep their order. */
export const makeRecordedKey = (at: Instant, version: number): Key<'recorded'> =>
  branded(`${at}#${String(version).padStart(12, '0')}`);

/** The end of what was recorded up to a moment, itself counted. */
export const recordedBound = (at: Instant): Key<'recorded'> => branded(`${at}#~`);
