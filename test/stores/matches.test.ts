import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemandId, OfferId } from '../../domain/ids.ts';
import type { Match } from '../../domain/match/match.ts';
import type { ReviewState } from '../../domain/match/review.ts';
import { decide } from '../../domain/match/review.ts';
import { Instant } from '../../domain/time.ts';
import { parseCursor } from '../../functions/_adapters/dynamo/cursor.ts';
import { makeMatchReader } from '../../functions/_adapters/dynamo/match-reader.ts';
import { makeMatchRecorder } from '../../functions/_adapters/dynamo/match-recorder.ts';
import { now } from '../builders/moment.ts';
import { demandId, matchId, memberOf, offerId, operator, org, system } from './ids.ts';
import { startTables, type Tables } from './tables.ts';

let tables: Tables;
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
const put = async (match: Match) => recorder().put(system, match, await matchReader().get(system, match.id));

const listed = async (state: ReviewState): Promise<string[]> =>
  (await matchReader().reviews(operator, state, { limit: 50, minScore: 0 })).items.map(({ id }) => id);

beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables?.stop());

describe('matches', () => {
  it('never fall back to an older version of either side', async () => {
    const match = aMatch(1, { offerVersion: 2, demandVersion: 2 });
    expect(await put(match)).toBe('written');
    for (const older of [{ offerVersion: 1 }, { demandVersion: 1, offerVersion: 3 }]) {
      expect(await recorder().put(system, { ...match, ...older }, match)).toBe('overtaken');
      expect(await recorder().put(system, { ...match, ...older }, undefined)).toBe('overtaken');
    }
    expect(await recorder().put(system, { ...match, offerVersion: 3 }, match)).toBe('written');
    expect((await matchReader().get(system, match.id))?.offerVersion).toBe(3);
  });

  it('are written over what they were made from alone: of two judgements made at once the second is made again', async () => {
    const match = aMatch(2);
    expect(await recorder().put(system, match, undefined)).toBe('written');
    expect(await recorder().put(system, { ...match, score: 51 }, undefined)).toEqual(match);
    const later = { ...match, score: 52, updatedAt: Instant.parse('2026-11-23T08:30:00.000Z') };
    expect(await recorder().put(system, later, match)).toBe('written');
    expect(await recorder().put(system, { ...match, score: 53 }, match)).toEqual(later);
  });

  it('are listed for their two sides alone, best first, page after page', async () => {
    const supplierId = org('org-s');
    const buyerId = org('org-b');
    for (const [n, score] of [70, 90, 100, 0, 80, 90].entries()) {
      await put(aMatch(100 + n, { score, supplierId, buyerId }));
    }
    const list = memberOf('org-b');
    const first = await matchReader().pageOf(list, {}, { limit: 4, minScore: 0 });
    const after = parseCursor(first.nextCursor ?? '');
    const second = await matchReader().pageOf(list, {}, { limit: 4, minScore: 0, ...(after && { after }) });
    expect([...first.items, ...second.items].map(({ score }) => score)).toEqual([100, 90, 90, 80, 70, 0]);
    expect(second.nextCursor).toBeUndefined();
    const good = await matchReader().pageOf(memberOf('org-s'), {}, { limit: 10, minScore: 80 });
    expect(good.items.map(({ score }) => score)).toEqual([100, 90, 90, 80]);
    for (const [minScore, scores] of [
      [80.5, [100, 90, 90]],
      [99.5, [100]],
    ] as const) {
      const between = await matchReader().pageOf(memberOf('org-s'), {}, { limit: 10, minScore });
      expect(between.items.map(({ score }) => score)).toEqual(scores);
    }
    expect(await matchReader().pageOf(memberOf('org-x'), {}, { limit: 9, minScore: 0 })).toEqual({
      items: [],
    });
  });

  it('that wait for a person, or have ended, stand in no list of a side', async () => {
    const sides = { supplierId: org('org-s2'), buyerId: org('org-b2') };
    await put(aMatch(200, { ...sides, outcome: 'needs-review' }));
    await put(aMatch(201, { ...sides }));
    await put(aMatch(201, { ...sides, status: 'ended' }));
    for (const organization of [sides.supplierId, sides.buyerId]) {
      expect((await matchReader().pageOf(memberOf(organization), {}, { limit: 9, minScore: 0 })).items).toEqual([]);
    }
    const reviews = await matchReader().reviews(operator, 'open', { limit: 50, minScore: 0 });
    expect(reviews.items.map(({ id }) => id)).toEqual([matchId(200)]);
  });

  it('of a listing are found from either side, ended ones too', async () => {
    await put(aMatch(300, { offerId: offerId(300), demandId: demandId(300) }));
    await put(aMatch(301, { offerId: offerId(300), demandId: demandId(301), status: 'ended' }));
    const found = async (id: OfferId | DemandId) =>
      (await recorder().recordsOf(system, id)).map((match) => match.id).sort();
    expect(await found(offerId(300))).toEqual([matchId(300), matchId(301)]);
    expect(await found(demandId(300))).toEqual([matchId(300)]);
    expect(await found(demandId(302))).toEqual([]);
  });

  it('that are near stand in no list at all', async () => {
    const sides = { supplierId: org('org-s4'), buyerId: org('org-b4') };
    await put(aMatch(400, { ...sides, outcome: 'near', remedy: [] }));
    for (const organization of [sides.supplierId, sides.buyerId]) {
      expect((await matchReader().pageOf(memberOf(organization), {}, { limit: 9, minScore: 0 })).items).toEqual([]);
    }
    expect((await listed('open')).concat(await listed('clear'), await listed('reject'))).not.toContain(matchId(400));
  });

  it('keep a decision that was made between reading and writing', async () => {
    const match = aMatch(500, { outcome: 'needs-review', buyerId: org('org-b5') });
    await put(match);
    const decided = decide(match, { decision: 'clear', note: 'Seen.', decidedBy: 'officer' }, now) ?? expect.fail();
    expect(await recorder().put(system, decided, match)).toBe('written');
    expect(await recorder().put(system, { ...match, score: 60 }, match)).toEqual(decided);
    expect(await recorder().put(system, { ...decided, score: 60 }, decided)).toBe('written');
    expect(await matchReader().get(system, match.id)).toEqual({ ...decided, score: 60 });
    expect(await listed('clear')).toContain(match.id);
    expect(await listed('open')).not.toContain(match.id);
    const asBuyer = memberOf('org-b5');
    expect((await matchReader().pageOf(asBuyer, {}, { limit: 9, minScore: 0 })).items.map(({ id }) => id)).toEqual([
      match.id,
    ]);
  });

  it('refuse a decision on what was changed since it was read, and a second one made from the same reading', async () => {
    const match = aMatch(501, { outcome: 'needs-review' });
    await put(match);
    const rejected = decide(match, { decision: 'reject', note: 'No.', decidedBy: 'officer' }, now) ?? expect.fail();
    const later = Instant.parse('2026-11-23T09:00:00.000Z');
    await recorder().put(system, { ...match, score: 70, updatedAt: later }, match);
    expect(await recorder().put(system, rejected, match)).toMatchObject({ score: 70 });
    const read = (await matchReader().get(system, match.id)) ?? expect.fail();
    expect(await recorder().put(system, { ...rejected, score: 70 }, read)).toBe('written');
    expect(await recorder().put(system, { ...rejected, score: 70 }, read)).toMatchObject({
      reviews: [{ note: 'No.' }],
    });
  });
});
