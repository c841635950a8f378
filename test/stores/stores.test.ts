import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemandId, MatchId, OfferId, OrganizationId } from '../../domain/ids.ts';
import { withdraw } from '../../domain/listing/lifecycle.ts';
import type { Match } from '../../domain/match/match.ts';
import type { ReviewState } from '../../domain/match/review.ts';
import { decide } from '../../domain/match/review.ts';
import { Instant } from '../../domain/time.ts';
import { makeCandidateStore } from '../../functions/_adapters/dynamo/candidate-store.ts';
import { parseCursor } from '../../functions/_adapters/dynamo/cursor.ts';
import { makeDeliveryStore } from '../../functions/_adapters/dynamo/delivery-store.ts';
import { makeListingReader } from '../../functions/_adapters/dynamo/listing-reader.ts';
import { makeListingPublisher, makeListingWriter } from '../../functions/_adapters/dynamo/listing-writer.ts';
import { makeMatchReader } from '../../functions/_adapters/dynamo/match-reader.ts';
import { makeMatchRecorder } from '../../functions/_adapters/dynamo/match-recorder.ts';
import { makeOrganizationStore } from '../../functions/_adapters/dynamo/organization-store.ts';
import { aDemand } from '../builders/demand.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { startTables, type Tables } from './tables.ts';

const hex = (n: number): string => n.toString(16).padStart(32, '0');
const offerId = (n: number): OfferId => OfferId.parse(`offer-${hex(n)}`);
const demandId = (n: number): DemandId => DemandId.parse(`demand-${hex(n)}`);
const matchId = (n: number): MatchId => MatchId.parse(`match-${hex(n)}`);
const org = (name: string): OrganizationId => OrganizationId.parse(name);

let tables: Tables;
const named = () => ({
  listings: tables.nameOf('Listings'),
  candidates: tables.nameOf('Candidates'),
  requests: tables.nameOf('Requests'),
});
const publisher = () => makeListingPublisher(tables.client, named());
const writer = () => makeListingWriter(tables.client, named());
const reader = () => makeListingReader(tables.client, tables.nameOf('Listings'));
const candidates = () => makeCandidateStore(tables.client, tables.nameOf('Candidates'));
const recorder = () => makeMatchRecorder(tables.client, tables.nameOf('Matches'));
const matchReader = () => makeMatchReader(tables.client, tables.nameOf('Matches'));

const aMatch = (n: number, fields: Partial<Match> = {}): Match => ({
  id: matchId(n),
  offerId: offerId(900),
  demandId: demandId(n),
  offerVersion: 1,
  demandVersion: 1,
  supplierId: org('org-supplier'),
  buyerId: org('org-buyer'),
  outcome: 'matched',
  status: 'open',
  score: 50,
  criteria: [],
  reviews: [],
  wasShown: false,
  rulebook: '',
  foundAt: now,
  updatedAt: now,
  ...fields,
});

/** Writes a match over whatever is on record of it. */
const put = async (match: Match) => recorder().put(match, await matchReader().get(match.id));

const listed = async (state: ReviewState): Promise<string[]> =>
  (await matchReader().page({ as: 'reviewer', state }, { limit: 50, minScore: 0 })).items.map(({ id }) => id);

beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables?.stop());

describe('listings', () => {
  it('come back as they were written, with every field', async () => {
    const offer = anOffer({ id: offerId(1), keywords: ['a'], coverage: { regions: ['110112'] }, recordCount: 0 });
    expect(await publisher().publish(offer)).toEqual({ kind: 'published' });
    expect(await reader().get(offer.id)).toEqual(offer);
    expect(await reader().get(offerId(99))).toBeUndefined();
  });

  it('stand under each of their domains while they are listed, and move when they change', async () => {
    const before = aDemand({ id: demandId(2), domains: ['66', 'J', '01'] });
    await publisher().publish(before);
    const under = async (domain: string) => [...(await candidates().find('demand', [domain], org('someone-else')))];
    expect(await under('66')).toEqual([before.id]);
    const after = { ...before, domains: ['66', '02'], version: 2 };
    expect(await writer().save(after, before)).toBe(true);
    expect([await under('66'), await under('J'), await under('02')]).toEqual([[after.id], [], [after.id]]);
    const gone = withdraw(after, now);
    await writer().save(gone, after);
    expect([await under('66'), await under('02')]).toEqual([[], []]);
  });

  it('are found once, and never by their own organization', async () => {
    const demand = aDemand({ id: demandId(3), domains: ['27', '84'], organizationId: org('org-three') });
    await publisher().publish(demand);
    expect([...(await candidates().find('demand', ['27', '84', '85'], org('other')))]).toEqual([demand.id]);
    expect([...(await candidates().find('demand', ['27', '84'], org('org-three')))]).toEqual([]);
    expect([...(await candidates().find('offer', ['27', '84'], org('other')))]).toEqual([]);
  });

  it('keep the first of two writes made from the same version', async () => {
    const offer = anOffer({ id: offerId(4) });
    await publisher().publish(offer);
    const saves = [1, 2, 3, 4].map((n) => writer().save({ ...offer, version: 2, title: `Writer ${n}` }, offer));
    expect((await Promise.all(saves)).filter(Boolean)).toHaveLength(1);
    expect((await reader().get(offer.id))?.version).toBe(2);
  });

  it('are made once for an idempotency key, even when posted at the same instant', async () => {
    const request = { organization: org('org-supplier'), kind: 'offer', key: 'k', fingerprint: 'f', now } as const;
    const posts = [10, 11, 12, 13].map((n) => publisher().publish(anOffer({ id: offerId(n) }), request));
    const outcomes = await Promise.all(posts);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['published', 'replayed', 'replayed', 'replayed']);
    expect(await publisher().publish(anOffer({ id: offerId(14) }), { ...request, fingerprint: 'g' })).toEqual({
      kind: 'key-reused',
    });
    const other = { ...request, organization: org('org-other') };
    expect((await publisher().publish(anOffer({ id: offerId(15) }), other)).kind).toBe('published');
    const dayLater = { ...request, now: Instant.parse('2026-11-24T08:00:00.000Z') };
    expect((await publisher().publish(anOffer({ id: offerId(16) }), dayLater)).kind).toBe('published');
  });

  it('are read in numbers above what DynamoDB takes at once', async () => {
    const ids = Array.from({ length: 130 }, (_, n) => offerId(1000 + n));
    for (const id of ids) await publisher().publish(anOffer({ id, organizationId: org('org-many') }));
    expect(await reader().getMany(ids)).toHaveLength(130);
    const listed = await Array.fromAsync(reader().listedOf(org('org-many')));
    expect(listed).toHaveLength(130);
  });

  it('come in pages of one kind and status, oldest first', async () => {
    const seen: string[] = [];
    let after: { sortKey: string; id: string } | undefined;
    do {
      const page = await reader().pageOf(org('org-many'), 'offer', {
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
    const withdrawn = await reader().pageOf(org('org-many'), 'offer', { limit: 50, status: 'withdrawn' });
    expect(withdrawn).toEqual({ items: [] });
  });

  it('that are over are found, and those that are not are not', async () => {
    const soon = anOffer({ id: offerId(20), validUntil: Instant.parse('2026-11-23T07:59:59.999Z') });
    const later = anOffer({ id: offerId(21), validUntil: Instant.parse('2026-11-23T08:00:00.001Z') });
    await publisher().publish(soon);
    await publisher().publish(later);
    const due = await Array.fromAsync(reader().dueBy(now), ({ id }) => id);
    expect(due).toContain(soon.id);
    expect(due).not.toContain(later.id);
  });
});

describe('matches', () => {
  it('never fall back to an older version of either side', async () => {
    const match = aMatch(1, { offerVersion: 2, demandVersion: 2 });
    expect(await put(match)).toBe('written');
    for (const older of [{ offerVersion: 1 }, { demandVersion: 1, offerVersion: 3 }]) {
      expect(await recorder().put({ ...match, ...older }, match)).toBe('overtaken');
      expect(await recorder().put({ ...match, ...older }, undefined)).toBe('overtaken');
    }
    expect(await recorder().put({ ...match, offerVersion: 3 }, match)).toBe('written');
    expect((await matchReader().get(match.id))?.offerVersion).toBe(3);
  });

  it('are written over what they were made from alone: of two judgements made at once the second is made again', async () => {
    const match = aMatch(2);
    expect(await recorder().put(match, undefined)).toBe('written');
    expect(await recorder().put({ ...match, score: 51 }, undefined)).toEqual(match);
    const later = { ...match, score: 52, updatedAt: Instant.parse('2026-11-23T08:30:00.000Z') };
    expect(await recorder().put(later, match)).toBe('written');
    expect(await recorder().put({ ...match, score: 53 }, match)).toEqual(later);
  });

  it('are listed for their two sides alone, best first, page after page', async () => {
    const supplierId = org('org-s');
    const buyerId = org('org-b');
    for (const [n, score] of [70, 90, 100, 0, 80, 90].entries()) {
      await put(aMatch(100 + n, { score, supplierId, buyerId }));
    }
    const list = { as: 'member', organization: buyerId } as const;
    const first = await matchReader().page(list, { limit: 4, minScore: 0 });
    const after = parseCursor(first.nextCursor ?? '');
    const second = await matchReader().page(list, { limit: 4, minScore: 0, ...(after && { after }) });
    expect([...first.items, ...second.items].map(({ score }) => score)).toEqual([100, 90, 90, 80, 70, 0]);
    expect(second.nextCursor).toBeUndefined();
    const good = await matchReader().page({ as: 'member', organization: supplierId }, { limit: 10, minScore: 80 });
    expect(good.items.map(({ score }) => score)).toEqual([100, 90, 90, 80]);
    expect(await matchReader().page({ as: 'member', organization: org('org-x') }, { limit: 9, minScore: 0 })).toEqual({
      items: [],
    });
  });

  it('that wait for a person, or have ended, stand in no list of a side', async () => {
    const sides = { supplierId: org('org-s2'), buyerId: org('org-b2') };
    await put(aMatch(200, { ...sides, outcome: 'needs-review' }));
    await put(aMatch(201, { ...sides }));
    await put(aMatch(201, { ...sides, status: 'ended' }));
    for (const organization of [sides.supplierId, sides.buyerId]) {
      expect((await matchReader().page({ as: 'member', organization }, { limit: 9, minScore: 0 })).items).toEqual([]);
    }
    const reviews = await matchReader().page({ as: 'reviewer', state: 'open' }, { limit: 50, minScore: 0 });
    expect(reviews.items.map(({ id }) => id)).toEqual([matchId(200)]);
  });

  it('of a listing are found from either side, ended ones too', async () => {
    await put(aMatch(300, { offerId: offerId(300), demandId: demandId(300) }));
    await put(aMatch(301, { offerId: offerId(300), demandId: demandId(301), status: 'ended' }));
    const found = async (id: OfferId | DemandId) => (await recorder().recordsOf(id)).map((match) => match.id).sort();
    expect(await found(offerId(300))).toEqual([matchId(300), matchId(301)]);
    expect(await found(demandId(300))).toEqual([matchId(300)]);
    expect(await found(demandId(302))).toEqual([]);
  });

  it('that are near stand in no list at all', async () => {
    const sides = { supplierId: org('org-s4'), buyerId: org('org-b4') };
    await put(aMatch(400, { ...sides, outcome: 'near', remedy: [] }));
    for (const organization of [sides.supplierId, sides.buyerId]) {
      expect((await matchReader().page({ as: 'member', organization }, { limit: 9, minScore: 0 })).items).toEqual([]);
    }
    expect((await listed('open')).concat(await listed('clear'), await listed('reject'))).not.toContain(matchId(400));
  });

  it('keep a decision that was made between reading and writing', async () => {
    const match = aMatch(500, { outcome: 'needs-review', buyerId: org('org-b5') });
    await put(match);
    const decided = decide(match, { decision: 'clear', note: 'Seen.', decidedBy: 'officer' }, now) ?? expect.fail();
    expect(await recorder().put(decided, match)).toBe('written');
    expect(await recorder().put({ ...match, score: 60 }, match)).toEqual(decided);
    expect(await recorder().put({ ...decided, score: 60 }, decided)).toBe('written');
    expect(await matchReader().get(match.id)).toEqual({ ...decided, score: 60 });
    expect(await listed('clear')).toContain(match.id);
    expect(await listed('open')).not.toContain(match.id);
    const asBuyer = { as: 'member', organization: org('org-b5') } as const;
    expect((await matchReader().page(asBuyer, { limit: 9, minScore: 0 })).items.map(({ id }) => id)).toEqual([
      match.id,
    ]);
  });

  it('refuse a decision on what was changed since it was read, and a second one made from the same reading', async () => {
    const match = aMatch(501, { outcome: 'needs-review' });
    await put(match);
    const rejected = decide(match, { decision: 'reject', note: 'No.', decidedBy: 'officer' }, now) ?? expect.fail();
    const later = Instant.parse('2026-11-23T09:00:00.000Z');
    await recorder().put({ ...match, score: 70, updatedAt: later }, match);
    expect(await recorder().put(rejected, match)).toMatchObject({ score: 70 });
    const read = (await matchReader().get(match.id)) ?? expect.fail();
    expect(await recorder().put({ ...rejected, score: 70 }, read)).toBe('written');
    expect(await recorder().put({ ...rejected, score: 70 }, read)).toMatchObject({ reviews: [{ note: 'No.' }] });
  });
});

describe('organizations', () => {
  it('keep the first of two writes made from the same version', async () => {
    const store = makeOrganizationStore(tables.client, tables.nameOf('Organizations'));
    const organization = anOrganization({ id: org('org-store') });
    expect(await store.put(organization)).toBe(true);
    expect(await store.put(organization)).toBe(false);
    expect(await store.put({ ...organization, version: 2, clearance: 5 })).toBe(true);
    expect((await store.get(organization.id))?.clearance).toBe(5);
    expect([...(await store.getMany([organization.id, org('nobody')])).keys()]).toEqual([organization.id]);
  });
});

describe('deliveries', () => {
  it('wait for the daily mail until they are mailed', async () => {
    const store = makeDeliveryStore(tables.client, tables.nameOf('Deliveries'));
    const delivery = { demandId: demandId(1), matchId: matchId(1), contact: '0123456789abcdef', at: now } as const;
    await store.put({ ...delivery, state: 'due-daily' });
    expect(await store.due()).toEqual([{ ...delivery, state: 'due-daily' }]);
    await store.put({ ...delivery, state: 'mailed' });
    expect(await store.due()).toEqual([]);
    expect((await store.get(delivery.demandId, delivery.matchId, delivery.contact))?.state).toBe('mailed');
  });
});
