import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { systemAccess } from '../../domain/access/access.ts';
import { DemandId, ListingId, MatchId, OrganizationId } from '../../domain/ids.ts';
import { ListingKind } from '../../domain/listing/listing.ts';
import { onePartition } from '../../domain/matching/domain-partitions.ts';
import { CalendarDay, Instant } from '../../domain/time.ts';
import { makeAuditReader, makeAuditTrail } from '../../functions/_adapters/dynamo/audit-trail.ts';
import { makeCandidateStore } from '../../functions/_adapters/dynamo/candidate-store.ts';
import { makeDeliveryStore } from '../../functions/_adapters/dynamo/delivery-store.ts';
import { makeHistoryStore } from '../../functions/_adapters/dynamo/history-store.ts';
import { makeInvitationReader } from '../../functions/_adapters/dynamo/invitation-store.ts';
import { makeListingReader } from '../../functions/_adapters/dynamo/listing-reader.ts';
import { makeListingPublisher } from '../../functions/_adapters/dynamo/listing-writer.ts';
import { makeMatchReader } from '../../functions/_adapters/dynamo/match-reader.ts';
import { makeOrganizationReader } from '../../functions/_adapters/dynamo/organization-store.ts';
import { makePreferenceReader } from '../../functions/_adapters/dynamo/preference-store.ts';
import { makeRecheckStore } from '../../functions/_adapters/dynamo/recheck-store.ts';
import { makePublicStatistics, makeStatisticsReader } from '../../functions/_adapters/dynamo/statistics-store.ts';
import { makeStopReader } from '../../functions/_adapters/dynamo/stop-store.ts';
import { makeUsageStore } from '../../functions/_adapters/dynamo/usage-store.ts';
import { memberOf, operator } from '../stores/ids.ts';
import type { Tables } from '../stores/tables.ts';

type Row = Record<string, unknown>;
type Reading = (row: Row) => Promise<unknown>;

const access = systemAccess('compatibility');
const text = (row: Row, name: string): string => z.string().parse(row[name]);

/** How a row of each table is read by today's store: what that answers is what the row means. */
export function readings({ client, nameOf }: Tables): Readonly<Record<string, Reading>> {
  const deliveries = makeDeliveryStore(client, nameOf('Deliveries'));
  const history = makeHistoryStore(client, nameOf('History'));
  const named = {
    listings: nameOf('Listings'),
    candidates: nameOf('Candidates'),
    partitions: onePartition,
    requests: nameOf('Requests'),
    usage: nameOf('Usage'),
    mostListings: 1,
  };
  const trail = makeAuditTrail(client, nameOf('Audit'), randomUUID);
  const pair = (row: Row) => [OrganizationId.parse(row['organization']), text(row, 'contact')] as const;

  return {
    organizations: (row) =>
      makeOrganizationReader(client, nameOf('Organizations')).get(access, OrganizationId.parse(row['id'])),
    listings: (row) => makeListingReader(client, named.listings).get(access, ListingId.parse(row['id'])),
    async candidates(row) {
      const [kind, domain = ''] = text(row, 'domain').split('#');
      const store = makeCandidateStore(client, named.candidates);
      // What was written before it had one means who stands there, and no more.
      const found = await store.under(access, ListingKind.parse(kind), [domain]);
      const candidate = found.get(ListingId.parse(row['listingId']));
      if ('c' in row || candidate?.compact) return { ...candidate, compact: candidate?.compact ?? null };
      return [...found.keys()];
    },
    matches: (row) => makeMatchReader(client, nameOf('Matches')).get(access, MatchId.parse(row['id'])),
    async deliveries(row) {
      const demandId = DemandId.parse(row['demandId']);
      const [match, contact = ''] = text(row, 'delivery').split('#');
      const until = Instant.parse('2000-01-01T00:00:00.000Z');
      // A window that is open keeps others from being opened.
      if (match === 'window') return { open: !(await deliveries.open(access, demandId, { token: 'x', until }, until)) };
      const matchId = MatchId.parse(match);
      const waiting = await deliveries.dueOf(access, demandId);
      const due = waiting.some((other) => other.matchId === matchId && other.contact === contact);
      return { delivery: await deliveries.get(access, demandId, matchId, contact), due };
    },
    history(row) {
      const [kind, id] = text(row, 'subject').split('#');
      const at = Instant.parse(text(row, 'recorded').split('#')[0]);
      return kind === 'party'
        ? history.partyAt(access, OrganizationId.parse(id), at)
        : history.listingAt(access, ListingId.parse(id), at);
    },
    rechecks: async (row) => {
      const store = makeRecheckStore(client, nameOf('Rechecks'));
      const day = CalendarDay.parse(row['day']);
      return { rules: await store.isDoneForRules(access, day), of: await Array.fromAsync(store.of(access, day)) };
    },
    requests(row) {
      const [organization = '', kind, key = ''] = text(row, 'key').split('#');
      const fingerprint = text(row, 'fingerprint');
      const now = Instant.parse(new Date((z.number().parse(row['expiresAt']) - 60) * 1000).toISOString());
      const request = { kind: ListingKind.parse(kind), key, fingerprint, now };
      return makeListingPublisher(client, named, trail).recall(memberOf(organization), request);
    },
    async audit(row) {
      const list = { subject: text(row, 'subject') };
      const { items } = await makeAuditReader(client, nameOf('Audit')).page(operator, list, { limit: 50 });
      return items.find(({ at, id }) => row['entry'] === `${at}#${id}`);
    },
    invitations: (row) => makeInvitationReader(client, nameOf('Invitations')).get(access, ...pair(row)),
    preferences: (row) => makePreferenceReader(client, nameOf('Preferences')).get(access, ...pair(row)),
    async statistics(row) {
      const [series, at] = [text(row, 'series'), text(row, 'at')];
      if (series === 'public') return makePublicStatistics(client, nameOf('Statistics')).last(access);
      const reader = makeStatisticsReader(client, nameOf('Statistics'));
      const days = { from: CalendarDay.parse(at), to: CalendarDay.parse(at) };
      const read = series === 'figures' ? reader.figures : reader.unmetDemand;
      return (await read(operator, days, 1)).items[0];
    },
    stops: (row) => makeStopReader(client, nameOf('Stops')).get(access, text(row, 'contact')),
    usage(row) {
      const meter = text(row, 'meter');
      const end = meter.lastIndexOf('#');
      return makeUsageStore(client, named.usage).used(access, {
        of: meter.slice(0, end),
        window: meter.slice(end + 1),
      });
    },
  };
}
