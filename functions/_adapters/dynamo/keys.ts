import type {
  Access,
  InviteeAccess,
  MemberAccess,
  OperatorAccess,
  RecipientAccess,
  SystemAccess,
} from '../../../domain/access/access.ts';
import type { DemandId, ListingId, MatchId, OrganizationId } from '../../../domain/ids.ts';
import { kindOf, type ListingKind } from '../../../domain/listing/listing.ts';
import type { ReviewState } from '../../../domain/match/review.ts';
import { type Spread, spreadOf } from '../../../domain/matching/domain-partitions.ts';
import type { Part } from '../../../domain/matching/parts.ts';
import type { CalendarDay, Instant } from '../../../domain/time.ts';
import { type PageStart, rankAfter, rankBound } from './orders.ts';
import { shape, type TableShape } from './shape.ts';
import { type Range, type RowKey, rangeOf, rowKey, type TableKind } from './table/range.ts';

const {
  organizations,
  listings,
  candidates,
  matches,
  deliveries,
  history,
  rechecks,
  requests,
  usage,
  audit,
  invitations,
  preferences,
  stops,
  statistics,
} = shape;
const { byOwner, byExpiry } = listings.indexes;

/** The service itself, or the operator: they may ask by an organization that is not theirs. */
type Beyond = SystemAccess | OperatorAccess;

/** The key of a row that was read: for whoever works with everything that is kept of somebody. */
export const keyOfRow = <T extends TableKind>(
  access: SystemAccess,
  table: T,
  row: Readonly<Record<string, unknown>>,
): RowKey<T> => {
  const { partitionKey, sortKey }: TableShape = shape[table];
  const names = [partitionKey, ...(sortKey === undefined ? [] : [sortKey])];
  return rowKey(access, Object.fromEntries(names.map((name) => [name, String(row[name])])));
};

export const listingKey = (access: Access, id: ListingId): RowKey<'listings'> =>
  rowKey(access, { [listings.partitionKey]: id });

const ownerText = (organization: OrganizationId, kind: ListingKind): string => `${organization}#${kind}`;

/** In whose partition of the index a listing stands. */
export const ownerOf = ({ id, organizationId }: { readonly id: ListingId; readonly organizationId: OrganizationId }) =>
  ownerText(organizationId, kindOf(id));

const owned = (access: Access, organization: OrganizationId, kind: ListingKind): Range<'listings'> =>
  rangeOf(access, [byOwner.partitionKey, ownerText(organization, kind)], { index: 'byOwner' });

/** A member's own listings of a kind: nobody else's can be named. */
export const ownListings = (access: MemberAccess, kind: ListingKind) => owned(access, access.organization, kind);

/** An organization's listings of a kind. */
export const listingsOf = (access: Beyond, organization: OrganizationId, kind: ListingKind) =>
  owned(access, organization, kind);

/** The row behind which a page of an organization's listings begins. */
export const listingPageStart = (access: MemberAccess | Beyond, { sortKey, id }: PageStart): RowKey<'listings'> =>
  rowKey(access, { [listings.partitionKey]: id, [byOwner.sortKey]: sortKey });

/** Due times spread over a few partitions, so that no one partition takes every write. */
export const expiryShards: readonly string[] = ['0', '1', '2', '3'];

/** The shard of a listing, from the last hex digit of its id. */
export function expiryShardOf(id: ListingId): string {
  return expiryShards[Number.parseInt(id.slice(-1), 16) % expiryShards.length] ?? '0';
}

export const dueListings = (access: SystemAccess, shard: string, now: Instant): Range<'listings'> =>
  rangeOf(access, [byExpiry.partitionKey, shard], {
    index: 'byExpiry',
    sort: { name: byExpiry.sortKey, upTo: now },
  });

/** A partition of the index for matching: listings of a kind under a domain, or one of the parts into which it is spread. */
export type IndexPlace = { readonly kind: ListingKind; readonly domain: string; readonly spread: Spread };

/** A domain that is not spread stands under its own name. */
export const indexPlaceText = ({ kind, domain, spread: { width, shard } }: IndexPlace): string =>
  width === 1 ? `${kind}#${domain}` : `${kind}#${domain}#${shard}/${width}`;

/** Where a listing stands under a domain that is spread so widely. */
const indexPlaceOf = (id: ListingId, domain: string, width: number): IndexPlace => ({
  kind: kindOf(id),
  domain,
  spread: spreadOf(id, width),
});

export const candidateKey = (access: Access, id: ListingId, domain: string, width: number): RowKey<'candidates'> =>
  rowKey(access, {
    [candidates.partitionKey]: indexPlaceText(indexPlaceOf(id, domain, width)),
    [candidates.sortKey]: id,
  });

/** Who stands in a partition of the index: never a member's to ask. */
export const candidatesIn = (access: SystemAccess, place: IndexPlace): Range<'candidates'> =>
  rangeOf(access, [candidates.partitionKey, indexPlaceText(place)], {
    sort: { name: candidates.sortKey, startsWith: `${place.kind}-` },
  });

/** Behind every id: what has changed in a partition, by the time at which whoever wrote it began to. */
const changesMark = '~';

/** What the journal of a partition says of a version. */
export const changeKey = (
  access: Access,
  { id, domain, width }: { readonly id: ListingId; readonly domain: string; readonly width: number },
  { stamp, version }: { readonly stamp: Instant; readonly version: number },
): RowKey<'candidates'> =>
  rowKey(access, {
    [candidates.partitionKey]: indexPlaceText(indexPlaceOf(id, domain, width)),
    [candidates.sortKey]: `${changesMark}${stamp}#${id}#v${version}`,
  });

/** What was stamped from a moment on, itself counted. */
export const changesIn = (access: SystemAccess, place: IndexPlace, from: Instant): Range<'candidates'> =>
  rangeOf(access, [candidates.partitionKey, indexPlaceText(place)], {
    sort: { name: candidates.sortKey, from: `${changesMark}${from}`, to: `${changesMark}~` },
  });

export const organizationKey = (access: Access, id: OrganizationId): RowKey<'organizations'> =>
  rowKey(access, { [organizations.partitionKey]: id });

export const matchKey = (access: Access, id: MatchId): RowKey<'matches'> =>
  rowKey(access, { [matches.partitionKey]: id });

/** How a listing's matches are found: by which index, and by what the other side's ids begin with. */
const sideOf = (id: ListingId) =>
  kindOf(id) === 'offer' ? (['byOffer', 'demand'] as const) : (['byDemand', 'offer'] as const);

/** Everything on record of a part of a listing's pairs, from its side. */
export function matchesOfListing(access: SystemAccess, id: ListingId, part: Part): Range<'matches'> {
  const [index, other] = sideOf(id);
  const { partitionKey, sortKey } = matches.indexes[index];
  return rangeOf(access, [partitionKey, id], { index, sort: { name: sortKey, startsWith: `${other}-${part}` } });
}

/** What of it stands behind one other side, in the order of their ids, which are all of one length. */
export function matchesBehind(access: SystemAccess, id: ListingId, part: Part, behind: ListingId): Range<'matches'> {
  const [index, other] = sideOf(id);
  const { partitionKey, sortKey } = matches.indexes[index];
  const sort = { name: sortKey, from: `${behind}~`, to: `${other}-${part}~` };
  return rangeOf(access, [partitionKey, id], { index, sort });
}

/** From which rank on, and down to which score. */
export type Ranks = { readonly after: string | undefined; readonly minScore: number };

const ranked = (
  access: Access,
  index: 'byBuyer' | 'bySupplier' | 'byReview',
  partition: string,
  { after, minScore }: Ranks,
): Range<'matches'> => {
  const { partitionKey, sortKey } = matches.indexes[index];
  const sort = { name: sortKey, from: rankAfter(after), to: rankBound(minScore) };
  return rangeOf(access, [partitionKey, partition], { index, sort });
};

/** The matches that a member sees as buyer or as supplier, best first. */
export const shownMatches = (access: MemberAccess, side: 'buyer' | 'supplier', ranks: Ranks): Range<'matches'> =>
  ranked(access, side === 'buyer' ? 'byBuyer' : 'bySupplier', access.organization, ranks);

/** The matches that wait for the operator, or on which it has decided. */
export const reviewedMatches = (access: OperatorAccess, state: ReviewState, ranks: Ranks): Range<'matches'> =>
  ranked(access, 'byReview', state, ranks);

export const deliveryKey = (
  access: SystemAccess | RecipientAccess,
  { demandId, matchId, contact }: { readonly demandId: DemandId; readonly matchId: MatchId; readonly contact: string },
): RowKey<'deliveries'> =>
  rowKey(access, { [deliveries.partitionKey]: demandId, [deliveries.sortKey]: `${matchId}#${contact}` });

export const deliveriesOf = (access: SystemAccess, demandId: DemandId): Range<'deliveries'> =>
  rangeOf(access, [deliveries.partitionKey, demandId], { sort: { name: deliveries.sortKey, startsWith: 'match-' } });

/** Every row of a demand, what is under way for it among them. */
export const tellingsOf = (access: SystemAccess, demandId: DemandId): Range<'deliveries'> =>
  rangeOf(access, [deliveries.partitionKey, demandId]);

/** What is under way for a demand whose matches are collected. */
export const windowKey = (access: SystemAccess, demandId: DemandId): RowKey<'deliveries'> =>
  rowKey(access, { [deliveries.partitionKey]: demandId, [deliveries.sortKey]: 'window' });

/** Every delivery that waits to be told stands in this one partition, by the time that it is due; a told one leaves it. */
export const dueToTell = 'due';

export const dueDeliveries = (access: SystemAccess, now: Instant): Range<'deliveries'> =>
  rangeOf(access, [deliveries.indexes.byDue.partitionKey, dueToTell], {
    index: 'byDue',
    sort: { name: deliveries.indexes.byDue.sortKey, upTo: now },
  });

/** A member's own idempotency key; another organization's is another key. */
export const requestKey = (access: MemberAccess, kind: ListingKind, key: string): RowKey<'requests'> =>
  rowKey(access, { [requests.partitionKey]: `${ownerText(access.organization, kind)}#${key}` });

/** Whose history: a listing's or a party's. */
type Subject = { readonly listing: ListingId } | { readonly party: OrganizationId };
const subjectText = (subject: Subject): string =>
  'listing' in subject ? `listing#${subject.listing}` : `party#${subject.party}`;

/** When a version was recorded; versions of one millisecond keep their order. */
export const recordedKey = (
  access: SystemAccess,
  subject: Subject,
  { updatedAt, version }: { readonly updatedAt: Instant; readonly version: number },
): RowKey<'history'> =>
  rowKey(access, {
    [history.partitionKey]: subjectText(subject),
    [history.sortKey]: `${updatedAt}#${String(version).padStart(12, '0')}`,
  });

/** What was recorded up to a moment, itself counted. */
export const recordedUpTo = (access: Beyond, subject: Subject, at: Instant): Range<'history'> =>
  rangeOf(access, [history.partitionKey, subjectText(subject)], { sort: { name: history.sortKey, upTo: `${at}#~` } });

/** Everything that was recorded, the oldest first. */
export const recordedOf = (access: SystemAccess, subject: Subject): Range<'history'> =>
  rangeOf(access, [history.partitionKey, subjectText(subject)]);

export const recheckKey = (access: SystemAccess, day: CalendarDay, subject: string): RowKey<'rechecks'> =>
  rowKey(access, { [rechecks.partitionKey]: day, [rechecks.sortKey]: subject });

export const rechecksOn = (access: SystemAccess, day: CalendarDay): Range<'rechecks'> =>
  rangeOf(access, [rechecks.partitionKey, day]);

/** The invitation of one address to one organization. */
export const invitationKey = (
  access: SystemAccess | InviteeAccess | RecipientAccess,
  { organizationId, contact }: { readonly organizationId: OrganizationId; readonly contact: string },
): RowKey<'invitations'> =>
  rowKey(access, { [invitations.partitionKey]: organizationId, [invitations.sortKey]: contact });

/** A member's own invitations: nobody else's can be named. */
export const ownInvitations = (access: MemberAccess): Range<'invitations'> =>
  rangeOf(access, [invitations.partitionKey, access.organization]);

/** An organization's invitations. */
export const invitationsOf = (access: Beyond, organization: OrganizationId): Range<'invitations'> =>
  rangeOf(access, [invitations.partitionKey, organization]);

/** What the owner of one address wants of one organization's mails. */
export const preferencesKey = (
  access: SystemAccess | RecipientAccess,
  { organizationId, contact }: { readonly organizationId: OrganizationId; readonly contact: string },
): RowKey<'preferences'> =>
  rowKey(access, { [preferences.partitionKey]: organizationId, [preferences.sortKey]: contact });

/** What the owners of all addresses want of one organization's mails. */
export const preferencesOf = (access: SystemAccess, organization: OrganizationId): Range<'preferences'> =>
  rangeOf(access, [preferences.partitionKey, organization]);

/** Who wants a report each week stands in this one partition; who wants it no more leaves it. */
export const weeklyReport = 'weekly';

/** Every organization that wants a report for its contacts. */
export const reportedOrganizations = (access: SystemAccess): Range<'organizations'> =>
  rangeOf(access, [organizations.indexes.byReport.partitionKey, weeklyReport], { index: 'byReport' });

export const reportReaders = (access: SystemAccess): Range<'preferences'> =>
  rangeOf(access, [preferences.indexes.byReport.partitionKey, weeklyReport], { index: 'byReport' });

/** An address that is mailed no more, by its digest. */
export const stopKey = (access: SystemAccess | OperatorAccess, contact: string): RowKey<'stops'> =>
  rowKey(access, { [stops.partitionKey]: contact });

/** Every stop stands in this one partition, by the time that it began. */
export const allStops = 'all';

/** The row behind which a page of stops begins. */
export const stopPageStart = (access: OperatorAccess, { sortKey, id }: PageStart): RowKey<'stops'> =>
  rowKey(access, { [stops.partitionKey]: id, [stops.indexes.byTime.sortKey]: sortKey });

export const stopsByTime = (access: OperatorAccess): Range<'stops'> =>
  rangeOf(access, [stops.indexes.byTime.partitionKey, allStops], { index: 'byTime' });

export const usageKey = (access: Access, of: string, window: string): RowKey<'usage'> =>
  rowKey(access, { [usage.partitionKey]: `${of}#${window}` });

/** Where an organization's open listings are counted. */
export const openListingsKey = (access: Access, organization: OrganizationId): RowKey<'usage'> =>
  usageKey(access, `listings#${organization}`, 'open');

/** Entries of one millisecond are told apart by their id. */
export const auditKey = (access: Access, subject: string, at: Instant, id: string): RowKey<'audit'> =>
  rowKey(access, { [audit.partitionKey]: subject, [audit.sortKey]: `${at}#${id}` });

/** What was done to a thing and shown of it. */
export const auditOf = (access: OperatorAccess, subject: string): Range<'audit'> =>
  rangeOf(access, [audit.partitionKey, subject]);

/** What an organization did, and what it was shown. */
export const auditByOrganization = (access: OperatorAccess, organization: OrganizationId): Range<'audit'> =>
  rangeOf(access, [audit.indexes.byOrganization.partitionKey, organization], { index: 'byOrganization' });

/** The row behind which a page of the audit record begins. */
export const auditPageStart = (access: OperatorAccess, { sortKey, id }: PageStart): RowKey<'audit'> =>
  rowKey(access, { [audit.partitionKey]: id, [audit.sortKey]: sortKey });

/** Series that are kept: figures of a day, what is looked for in vain on it, and what anybody may know of a month. */
export type Series = 'figures' | 'unmet-demand' | 'public';

/** A row of a series: what of it anybody may know is for the service itself to show. */
export const statisticsKey = (access: SystemAccess, series: Series, at: string): RowKey<'statistics'> =>
  rowKey(access, { [statistics.partitionKey]: series, [statistics.sortKey]: at });

/** The rows of a series, from one day to another, both counted. */
export const statisticsBetween = (
  access: OperatorAccess,
  series: Series,
  { from, to }: { readonly from: string; readonly to: string },
): Range<'statistics'> =>
  rangeOf(access, [statistics.partitionKey, series], { sort: { name: statistics.sortKey, from, to } });

/** What was told to anybody, the newest last. */
export const publicStatistics = (access: SystemAccess): Range<'statistics'> =>
  rangeOf(access, [statistics.partitionKey, 'public']);

/** How far counting a day is. */
export const countingKey = (access: SystemAccess, day: CalendarDay): RowKey<'statistics'> =>
  rowKey(access, { [statistics.partitionKey]: 'counting', [statistics.sortKey]: day });

/** A piece of what was counted so far; no two notes share one. */
export const countingPieceKey = (access: SystemAccess, note: string, piece: number): RowKey<'statistics'> =>
  rowKey(access, {
    [statistics.partitionKey]: `counting#${note}`,
    [statistics.sortKey]: String(piece).padStart(6, '0'),
  });
