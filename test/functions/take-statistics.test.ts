import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Match } from '../../domain/match/match.ts';
import { onePartition } from '../../domain/matching/domain-partitions.ts';
import { type CalendarDay, dayIn, daysAfter, Instant, secondsAfter } from '../../domain/time.ts';
import { makeAuditTrail } from '../../functions/_adapters/dynamo/audit-trail.ts';
import { makeCensus } from '../../functions/_adapters/dynamo/census.ts';
import { CountedElsewhere, makeCountingStore } from '../../functions/_adapters/dynamo/counting-store.ts';
import { makeListingPublisher } from '../../functions/_adapters/dynamo/listing-writer.ts';
import { makeMatchRecorder } from '../../functions/_adapters/dynamo/match-recorder.ts';
import { makeOrganizationWriter } from '../../functions/_adapters/dynamo/organization-store.ts';
import {
  makePublicStatistics,
  makeStatisticsReader,
  makeStatisticsWriter,
} from '../../functions/_adapters/dynamo/statistics-store.ts';
import { newEntryId } from '../../functions/_runtime/ids.ts';
import { makeLogger } from '../../functions/_runtime/logger.ts';
import { takeStatistics } from '../../functions/take-statistics/take-statistics.ts';
import { aDemand } from '../builders/demand.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { demandId, matchId, memberOf, offerId, operator, org, system } from '../stores/ids.ts';
import { startTables, type Tables } from '../stores/tables.ts';

const timeZone = 'Asia/Shanghai';
const logger = makeLogger('test');
const warned = vi.spyOn(logger, 'warn').mockReturnValue();
const plenty = () => 600_000;
const none = () => 0;

let tables: Tables;
/** Each test counts a day of its own. */
let moment = now;
const yesterday = (): CalendarDay => daysAfter(dayIn(timeZone, moment), -1);

const stores = (leftOut: readonly string[] = []) => {
  const statistics = tables.nameOf('Statistics');
  return {
    access: system,
    logger,
    clock: () => moment,
    timeZone,
    leftOut: new Set(leftOut.map(org)),
    census: makeCensus(tables.client, {
      organizations: tables.nameOf('Organizations'),
      listings: tables.nameOf('Listings'),
      matches: tables.nameOf('Matches'),
    }),
    counting: makeCountingStore(tables.client, statistics, newEntryId),
    statistics: makeStatisticsWriter(tables.client, statistics),
    published: makePublicStatistics(tables.client, statistics),
  };
};
const reader = () => makeStatisticsReader(tables.client, tables.nameOf('Statistics'));
const figures = async () => (await reader().figures(operator, { from: yesterday(), to: yesterday() }, 1)).items[0];
const everyDay = { from: '2026-01-01', to: '2030-01-01' };

/** Runs that have no time for more than a page, until the day is done; answers how many it took. */
async function runUntilDone(most = 20): Promise<number> {
  for (let runs = 1; runs <= most; runs++) if ((await takeStatistics(stores())({ timeLeftMs: none })).done) return runs;
  throw new Error('it is never done');
}

const aMatch = (n: number, fields: Partial<Match> = {}): Match => ({
  id: matchId(n),
  offerId: offerId(1),
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
  shown: { since: now, offerVersion: 1, demandVersion: 1 },
  wasShown: false,
  rulebook: '',
  foundAt: now,
  updatedAt: now,
  ...fields,
});

beforeAll(async () => {
  tables = await startTables();
  const audit = makeAuditTrail(tables.client, tables.nameOf('Audit'), newEntryId);
  const organizations = makeOrganizationWriter(tables.client, tables.nameOf('Organizations'), audit);
  for (const id of ['org-buyer', 'org-supplier', 'org-canary'])
    await organizations.put(operator, anOrganization({ id: org(id) }));
  const names = {
    listings: tables.nameOf('Listings'),
    candidates: tables.nameOf('Candidates'),
    partitions: onePartition,
    requests: tables.nameOf('Requests'),
    usage: tables.nameOf('Usage'),
    mostListings: 1000,
  };
  const listings = makeListingPublisher(tables.client, names, audit);
  for (const listing of [
    anOffer({ id: offerId(1), volumeBytes: 1000, price: { model: 'one-off', amount: 700, currency: 'CNY' } }),
    anOffer({ id: offerId(2), status: 'suspended', volumeBytes: 1 }),
    anOffer({ id: offerId(3), organizationId: org('org-canary') }),
    ...[1, 2, 3].map((n) => aDemand({ id: demandId(n) })),
  ])
    await listings.publish(memberOf(listing.organizationId), listing);
  const matches = makeMatchRecorder(tables.client, tables.nameOf('Matches'));
  const { shown: _, ...neverShown } = aMatch(2, { outcome: 'needs-review' });
  for (const match of [aMatch(1), neverShown, aMatch(3, { status: 'ended', wasShown: true })])
    await matches.put(system, match, undefined);
});
beforeEach(() => {
  moment = secondsAfter(moment, 86_400);
});
afterAll(() => tables?.stop());

describe('counting a zone', () => {
  it('keeps what there was at the end of the day before, without what was taken out or only tries the zone', async () => {
    expect(await takeStatistics(stores(['org-canary']))({ timeLeftMs: plenty })).toEqual({ done: 1, pages: 3 });
    expect(await figures()).toMatchObject({
      day: '2026-11-23',
      takenAt: moment,
      organizations: { total: 2 },
      offers: { listed: 1, byStatus: { listed: 1, suspended: 1 } },
      demands: { listed: 3 },
      volume: { bytes: '1000', offers: 1 },
      matches: { open: 1, undecided: 1, found: 2, demandsServed: 1, demandsUnserved: 2 },
      value: [{ currency: 'CNY', amount: '700', demands: 1 }],
      onDay: { matches: 2, offers: 0 },
    });
  });

  it('goes on where a run had no time left, and comes to the same', async () => {
    expect(await runUntilDone()).toBe(3);
    const inParts = await figures();
    moment = secondsAfter(moment, 86_400);
    expect(await takeStatistics(stores())({ timeLeftMs: plenty })).toEqual({ done: 1, pages: 3 });
    const atOnce = await figures();
    expect(atOnce).toEqual({ ...inParts, day: atOnce?.day, takenAt: moment });
  });

  it('counts nothing twice where a run dies at any of its writes, or is started again once it is done', async () => {
    const { counting, statistics, published, ...others } = stores();
    const fail = () => Promise.reject(new Error('died'));
    const nothingYet = { last: async () => undefined };
    for (const { timeLeftMs, ...died } of [
      { counting: { ...counting, note: fail }, statistics, published, timeLeftMs: none },
      { counting, statistics: { ...statistics, keepPublic: fail }, published: nothingYet, timeLeftMs: plenty },
      { counting, statistics: { ...statistics, keepUnmetDemand: fail }, published, timeLeftMs: plenty },
      { counting, statistics: { ...statistics, keepFigures: fail }, published, timeLeftMs: plenty },
    ]) {
      await expect(takeStatistics({ ...others, ...died })({ timeLeftMs })).rejects.toThrow('died');
      expect(await figures()).toBeUndefined();
    }
    await runUntilDone();
    const first = await figures();
    expect(first?.demands.listed).toBe(3);
    expect(await takeStatistics(stores())({ timeLeftMs: plenty })).toEqual({ done: 1, pages: 0 });
    await stores().statistics.keepFigures(system, {
      ...(first ?? expect.fail()),
      takenAt: Instant.parse('2030-01-01T00:00:00.000Z'),
    });
    expect(await figures()).toEqual(first);
  });

  it('of two runs at once lets one go on', async () => {
    const { counting } = stores();
    const bytes = new Uint8Array(800_000).fill(7);
    const note = await counting.note(system, yesterday(), bytes, undefined, moment);
    expect(await counting.read(system, yesterday())).toEqual({ note, bytes: Buffer.from(bytes) });
    await expect(counting.note(system, yesterday(), bytes, undefined, moment)).rejects.toThrow(CountedElsewhere);
    await counting.note(system, yesterday(), new Uint8Array([1]), note, moment);
    await expect(counting.note(system, yesterday(), bytes, note, moment)).rejects.toThrow(CountedElsewhere);
    // What another release wrote is begun anew.
    expect(await runUntilDone()).toBeGreaterThan(1);
  });

  it('publishes once a month, and keeps each day', async () => {
    const { published } = stores();
    expect((await published.last(system))?.month).toBe('2026-11');
    expect(warned).not.toHaveBeenCalled();
    moment = Instant.parse('2027-01-01T20:00:00.000Z');
    await runUntilDone();
    expect(warned.mock.calls).toEqual([['day not counted', { day: '2026-12-31' }]]);
    expect(await published.last(system)).toMatchObject({ month: '2027-01', takenAt: moment });
    moment = secondsAfter(moment, 86_400);
    const before = await published.last(system);
    await runUntilDone();
    expect(await published.last(system)).toEqual(before);
    const page = await reader().figures(operator, everyDay, 2);
    expect(page.items.map(({ day }) => day)).toEqual(['2027-01-02', '2027-01-01']);
    expect(page.nextCursor).toBeDefined();
    const unmet = await reader().unmetDemand(operator, everyDay, 100);
    expect(unmet.items.length).toBeGreaterThan(4);
    expect(unmet.items.every(({ demands, byDomain }) => 'under' in demands && byDomain.length === 0)).toBe(true);
  });
});
