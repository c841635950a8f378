import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DemandId } from '../../domain/ids.ts';
import { UpdateFrequency } from '../../domain/listing/parts.ts';
import { purposeCount } from '../../domain/matching/compiled/terms.ts';
import { requiresNone } from '../../domain/matching/index/demand-index.ts';
import { bucketCount, hasSeveral, modesIn, placeIn, termsOf } from '../../domain/matching/index/demand-rows.ts';
import { DemandTable } from '../../domain/matching/index/demand-table.ts';
import { SharedTagLists, unknownTag } from '../../domain/matching/index/tag-lists.ts';
import { complianceTags } from '../../domain/vocabulary/compliance-tags.ts';
import { regions } from '../../domain/vocabulary/regions.ts';
import { tagCount } from '../../domain/vocabulary/tag-numbers.ts';

const anyId = fc
  .tuple(
    fc.constantFrom('0', '7', '8', 'f'),
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 31, maxLength: 31 }),
  )
  .map(([first, rest]) => DemandId.parse(`demand-${first}${rest}`));
const word = fc.constantFrom(0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff);
const anyRow = fc.record({
  until: fc.constantFrom(0, 1, 999, 1000, 1_795_000_000_123, 0xffff_ffff * 1000 + 998),
  budget: word,
  buyer: word,
  required: word,
  preferred: word,
  wish: word,
  terms: fc.constantFrom(0, 1, 0x7fff, 0xffff),
  frequency: fc.constantFrom(0, 1, hasSeveral, hasSeveral + 15),
});
const anyRows = fc.array(fc.tuple(anyId, anyRow), { minLength: 1, maxLength: 60 });

function tableOf(rows: readonly (readonly [DemandId, Parameters<DemandTable['add']>[1]])[], room: number): DemandTable {
  const table = new DemandTable(room);
  for (const [id, row] of rows) table.add(id, row);
  return table;
}

const told = (table: DemandTable, row: number, until: number) => ({
  id: table.idOf(row),
  budget: table.budget(row),
  buyer: table.buyer(row),
  required: table.required(row),
  preferred: table.preferred(row),
  wish: table.wish(row),
  terms: table.terms(row),
  frequency: table.frequency(row),
  isOver: [until - 1, until, until + 1].map((now) => table.isOverAt(row, now)),
});

const expected = ([id, { until, ...row }]: readonly [DemandId, Parameters<DemandTable['add']>[1]]) => ({
  id,
  ...row,
  isOver: [false, true, true],
});

describe('the rows of an index', () => {
  it('say what was put in them, whatever is in the others, with room for all or without', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(0, 1, 7, 100), (rows, room) => {
        const table = tableOf(rows, room);
        table.trim();
        expect(table.length).toBe(rows.length);
        expect(rows.map(([, { until }], at) => told(table, at, until))).toEqual(rows.map(expected));
      }),
    );
  });

  it('are put in any order', () => {
    const ordered = anyRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length })),
    );
    fc.assert(
      fc.property(ordered, ([rows, order]) => {
        const table = tableOf(rows, rows.length);
        table.putInOrder(Uint32Array.from(order));
        const wanted = order.flatMap((from) => rows.slice(from, from + 1));
        expect(wanted.map(([, { until }], at) => told(table, at, until))).toEqual(wanted.map(expected));
      }),
    );
  });

  it('stand before others as their ids do, and are known again by them', () => {
    fc.assert(
      fc.property(anyId, anyId, anyRow, (one, other, row) => {
        const table = tableOf(
          [
            [one, row],
            [other, row],
          ],
          2,
        );
        expect(table.isBefore(0, 1)).toBe(one < other);
        expect(table.isBefore(1, 0)).toBe(other < one);
        expect(table.isSame(0, 1)).toBe(one === other);
        expect(table.isSame(0, 0)).toBe(true);
      }),
    );
  });

  it('are over at once what ended before 1970, and in 2106 what ends later', () => {
    const [id] = fc.sample(anyId, 1);
    const [row] = fc.sample(anyRow, 1);
    if (!id || !row) expect.fail('no row');
    const table = tableOf(
      [
        [id, { ...row, until: -5 }],
        [id, { ...row, until: Date.UTC(9999, 0) }],
      ],
      2,
    );
    expect(table.isOverAt(0, 0)).toBe(true);
    expect([Date.UTC(2106, 0), Date.UTC(2107, 0)].map((now) => table.isOverAt(1, now))).toEqual([false, true]);
  });
});

describe('the numbers of an index', () => {
  it('have room in the bits that are theirs', () => {
    expect(bucketCount).toBeLessThanOrEqual(0x1_0000);
    expect(purposeCount).toBeLessThanOrEqual(16);
    expect(tagCount).toBeLessThan(Math.min(unknownTag, requiresNone));
    expect(UpdateFrequency.options.length).toBeLessThan(hasSeveral);
    const places = regions.size + 3;
    expect(termsOf(places, 31)).toBeLessThanOrEqual(0xffff);
    expect([modesIn(termsOf(places, 21)), placeIn(termsOf(places, 21))]).toEqual([21, places]);
  });

  it('tell lists of tags apart by what is in them, of any length and order, and know them again', () => {
    const ids = [...complianceTags.slice(0, 3).map(({ id }) => id), complianceTags.at(-1)?.id ?? ''];
    const anyList = fc.array(fc.constantFrom(...ids), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(anyList, { minLength: 2, maxLength: 30 }), (lists) => {
        const shared = new SharedTagLists();
        const numbers = lists.map((list) => shared.numberOf(list));
        const texts = lists.map((list) => list.join(' '));
        expect(texts.map((text) => texts.indexOf(text))).toEqual(numbers.map((number) => numbers.indexOf(number)));
        expect(lists.map((list) => shared.numberOf(list))).toEqual(numbers);
        expect(numbers.map((number) => shared.values[number]?.length)).toEqual(lists.map(({ length }) => length));
      }),
    );
  });
});
