import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reinstate, suspend, withdraw } from '../../domain/listing/lifecycle.ts';
import type { Listing, ListingKind } from '../../domain/listing/listing.ts';
import { onePartition } from '../../domain/matching/domain-partitions.ts';
import { Instant } from '../../domain/time.ts';
import { makeAuditTrail } from '../../functions/_adapters/dynamo/audit-trail.ts';
import { makeCandidateStore } from '../../functions/_adapters/dynamo/candidate-store.ts';
import { parseCursor } from '../../functions/_adapters/dynamo/cursor.ts';
import { type Delivery, makeDeliveryStore } from '../../functions/_adapters/dynamo/delivery-store.ts';
import { makeListingReader } from '../../functions/_adapters/dynamo/listing-reader.ts';
import { makeListingPublisher, makeListingWriter } from '../../functions/_adapters/dynamo/listing-writer.ts';
import { makeOrganizationReader, makeOrganizationWriter } from '../../functions/_adapters/dynamo/organization-store.ts';
import type { IdempotentRequest } from '../../functions/_adapters/dynamo/request-rows.ts';
import { aDemand } from '../builders/demand.ts';
import { now, posted } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { demandId, matchId, memberOf, offerId, operator, org, system } from './ids.ts';
import { startTables, type Tables } from './tables.ts';

let tables: Tables;
const named = () => ({
  listings: tables.nameOf('Listings'),
  candidates: tables.nameOf('Candidates'),
  partitions: onePartition,
  requests: tables.nameOf('Requests'),
  usage: tables.nameOf('Usage'),
  mostListings: 1000,
});
const trail = () => makeAuditTrail(tables.client, tables.nameOf('Audit'), randomUUID);
/** Publishes a listing for its own organization. */
const publish = (listing: Listing, request?: IdempotentRequest) =>
  makeListingPublisher(tables.client, named(), trail()).publish(memberOf(listing.organizationId), listing, request);
const writer = () => makeListingWriter(tables.client, named(), trail());
const reader = () => makeListingReader(tables.client, tables.nameOf('Listings'));
const candidates = () => makeCandidateStore(tables.client, tables.nameOf('Candidates'));

beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables?.stop());

/** Ids under these domains. */
const found = async (kind: ListingKind, domains: readonly string[]) => [
  ...(await candidates().under(system, kind, domains)).keys(),
];

describe('listings', () => {
  it('come back as they were written, with every field', async () => {
    const offer = anOffer({ id: offerId(1), keywords: ['a'], coverage: { regions: ['110112'] }, recordCount: 0 });
    expect(await publish(offer)).toEqual({ kind: 'published', listing: offer });
    expect(await reader().get(system, offer.id)).toEqual(offer);
    expect(await reader().get(system, offerId(99))).toBeUndefined();
  });

  it('stand under each of their domains while they are listed, and move when they change', async () => {
    const before = aDemand({ id: demandId(2), domains: ['66', 'J', '01'] });
    await publish(before);
    const under = async (domain: string) => found('demand', [domain]);
    expect(await under('66')).toEqual([before.id]);
    const after = { ...before, domains: ['66', '02'], version: 2 };
    expect(await writer().save(system, after, before)).toBe('saved');
    expect([await under('66'), await under('J'), await under('02')]).toEqual([[after.id], [], [after.id]]);
    const gone = withdraw(after, now);
    await writer().save(system, gone, after);
    expect([await under('66'), await under('02')]).toEqual([[], []]);
  });

  it('stand under no domain while they are suspended, wait for no expiry, and come back when they are reinstated', async () => {
    const listed = aDemand({ id: demandId(5), domains: ['73', 'M'], validUntil: now });
    await publish(listed);
    const under = () => found('demand', ['73', 'M']);
    const due = () => Array.fromAsync(reader().dueBy(system, now), ({ id }) => id);
    expect([await under(), await due()]).toEqual([[listed.id], [listed.id]]);
    const suspended = suspend(listed, 'A sentence for the owner.', posted);
    if (typeof suspended === 'string') return expect.fail(suspended);
    expect(await writer().save(system, suspended, listed)).toBe('saved');
    expect([await under(), await due()]).toEqual([[], []]);
    expect((await reader().get(system, listed.id))?.suspension).toEqual(suspended.suspension);
    const back = reinstate(suspended, posted);
    expect(await writer().save(system, back, suspended)).toBe('saved');
    expect([await under(), await due()]).toEqual([[listed.id], [listed.id]]);
    expect(await reader().get(system, listed.id)).not.toHaveProperty('suspension');
  });

  it('are found once, with whose they are, and as what they are alone', async () => {
    const demand = aDemand({ id: demandId(3), domains: ['27', '84'], organizationId: org('org-three') });
    await publish(demand);
    const under = await candidates().under(system, 'demand', ['27', '84', '85']);
    expect([...under.values()]).toEqual([expect.objectContaining({ id: demand.id, organizationId: org('org-three') })]);
    expect(await found('offer', ['27', '84'])).toEqual([]);
  });

  it('stand in the index with what judging reads of them, in the version on record', async () => {
    const offer = anOffer({ id: offerId(6), domain: '28' });
    await publish(offer);
    const indexed = async () => (await candidates().under(system, 'offer', ['27', '28'])).get(offer.id);
    expect(await indexed()).toMatchObject({
      organizationId: offer.organizationId,
      compact: { kind: 'offer', version: 1, domain: '28', securityLevel: offer.securityLevel },
    });
    await writer().save(system, { ...offer, version: 2, securityLevel: 3 }, offer);
    expect(await indexed()).toMatchObject({ compact: { version: 2, securityLevel: 3 } });
  });

  it('keep the first of two writes made from the same version', async () => {
    const offer = anOffer({ id: offerId(4) });
    await publish(offer);
    const saves = [1, 2, 3, 4].map((n) => writer().save(system, { ...offer, version: 2, title: `Writer ${n}` }, offer));
    expect((await Promise.all(saves)).filter((outcome) => outcome === 'saved')).toHaveLength(1);
    expect((await reader().get(system, offer.id))?.version).toBe(2);
  });

  it('are made once for an idempotency key, even when posted at the same instant', async () => {
    const request = { kind: 'offer', key: 'k', fingerprint: 'f', now } as const;
    const posts = [10, 11, 12, 13].map((n) => publish(anOffer({ id: offerId(n) }), request));
    const outcomes = await Promise.all(posts);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['published', 'replayed', 'replayed', 'replayed']);
    expect(await publish(anOffer({ id: offerId(14) }), { ...request, fingerprint: 'g' })).toEqual({
      kind: 'key-reused',
    });
    const others = anOffer({ id: offerId(15), organizationId: org('org-other') });
    expect((await publish(others, request)).kind).toBe('published');
    const dayLater = { ...request, now: Instant.parse('2026-11-24T08:00:00.000Z') };
    expect((await publish(anOffer({ id: offerId(16) }), dayLater)).kind).toBe('published');
  });

  it('are read in numbers above what DynamoDB takes at once', async () => {
    const ids = Array.from({ length: 130 }, (_, n) => offerId(1000 + n));
    for (const id of ids) await publish(anOffer({ id, organizationId: org('org-many') }));
    expect(await reader().getMany(system, ids)).toHaveLength(130);
    const listed = await Array.fromAsync(reader().listedOf(system, org('org-many')));
    expect(listed).toHaveLength(130);
  });

  it('come in pages of one kind and status, oldest first', async () => {
    const seen: string[] = [];
    let after: { sortKey: string; id: string } | undefined;
    do {
      const page = await reader().pageOf(memberOf('org-many'), 'offer', {
        limit: 50,
        status: 'listed',
        ...(after && { after }),
      });
      expect(page.items.length).toBeLessThanOrEqual(50);
      seen.push(...page.items.map(({ id }) => id));
      after = page.nextCursor === undefined ? undefined : parseCursor(page.nextCursor);
    } while (after);
    expect(new Set(seen).size).toBe(130);
    expect(seen).toHaveLength(130);
    const withdrawn = await reader().pageOf(memberOf('org-many'), 'offer', { limit: 50, status: 'withdrawn' });
    expect(withdrawn).toEqual({ items: [] });
  });

  it('that are over are found, and those that are not are not', async () => {
    const soon = anOffer({ id: offerId(20), validUntil: Instant.parse('2026-11-23T07:59:59.999Z') });
    const later = anOffer({ id: offerId(21), validUntil: Instant.parse('2026-11-23T08:00:00.001Z') });
    await publish(soon);
    await publish(later);
    const due = await Array.fromAsync(reader().dueBy(system, now), ({ id }) => id);
    expect(due).toContain(soon.id);
    expect(due).not.toContain(later.id);
  });
});

describe('organizations', () => {
  it('keep the first of two writes made from the same version', async () => {
    const name = tables.nameOf('Organizations');
    const store = makeOrganizationWriter(tables.client, name, trail());
    const organizations = makeOrganizationReader(tables.client, name);
    const organization = anOrganization({ id: org('org-store') });
    expect(await store.put(operator, organization)).toBe(true);
    expect(await store.put(operator, organization)).toBe(false);
    expect(await store.put(operator, { ...organization, version: 2, clearance: 5 })).toBe(true);
    expect((await organizations.get(system, organization.id))?.clearance).toBe(5);
    expect([...(await organizations.getMany(system, [organization.id, org('nobody')])).keys()]).toEqual([
      organization.id,
    ]);
  });
});

describe('deliveries', () => {
  const contact = '0123456789abcdef';
  const deliveryOf = (n: number, state: Delivery['state'], at = now): Delivery => ({
    demandId: demandId(n),
    matchId: matchId(n),
    contact,
    state,
    title: 'Told',
    at,
  });
  const due = (at: Instant) => ({ at, rhythm: 'daily' }) as const;
  const later = Instant.parse('2099-01-01T00:00:00.000Z');
  const muchLater = Instant.parse('2100-01-01T00:00:00.000Z');

  it('are due from their time on, until they are told', async () => {
    const store = makeDeliveryStore(tables.client, tables.nameOf('Deliveries'));
    const waiting = { ...deliveryOf(1, 'due'), due: due(now) };
    const tomorrow = { ...deliveryOf(4, 'due-ended'), due: due(later) };
    await store.put(system, waiting);
    await store.put(system, tomorrow);
    expect(await store.due(system, now)).toEqual([waiting]);
    expect(await store.due(system, later)).toEqual([waiting, tomorrow]);
    expect(await store.dueOf(system, demandId(4))).toEqual([tomorrow]);
    for (const { demandId: demand } of [waiting, tomorrow])
      await store.put(system, { ...waiting, ...deliveryOf(demand === demandId(1) ? 1 : 4, 'mailed'), due: undefined });
    expect(await store.due(system, later)).toEqual([]);
    expect((await store.get(system, demandId(1), matchId(1), contact))?.state).toBe('mailed');
  });

  it('follow from what was read, and from nothing else', async () => {
    const store = makeDeliveryStore(tables.client, tables.nameOf('Deliveries'));
    const first = deliveryOf(2, 'mailed');
    expect(await store.follow(system, first, undefined)).toBe(true);
    expect(await store.follow(system, first, undefined)).toBe(false);
    expect(await store.follow(system, deliveryOf(2, 'ended', later), first)).toBe(true);
    expect(await store.follow(system, deliveryOf(2, 'dropped'), first)).toBe(false);
    expect((await store.get(system, demandId(2), matchId(2), contact))?.state).toBe('ended');
  });

  it('have one window a demand at a time', async () => {
    const store = makeDeliveryStore(tables.client, tables.nameOf('Deliveries'));
    const demand = demandId(3);
    expect(await store.open(system, demand, { token: 'one', until: later }, now)).toBe(true);
    expect(await store.open(system, demand, { token: 'two', until: later }, now)).toBe(false);
    await store.close(system, demand, 'two', now);
    expect(await store.hold(system, demand, { token: 'two', until: later })).toBe(false);
    expect(await store.open(system, demand, { token: 'two', until: later }, now)).toBe(false);
    expect(await store.hold(system, demand, { token: 'one', until: muchLater })).toBe(true);
    expect(await store.open(system, demand, { token: 'two', until: muchLater }, later)).toBe(false);
    await store.close(system, demand, 'one', now);
    expect(await store.open(system, demand, { token: 'two', until: later }, now)).toBe(true);
    expect(await store.dueOf(system, demand)).toEqual([]);
  });
});
