import { describe, expect, it } from 'vitest';
import { duplicatesOf } from '../../domain/preview/likely-same.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { demandId, offerId } from './pairs.ts';

const titled = (title: string, fields: Partial<ReturnType<typeof anOffer>> = {}) =>
  anOffer({ id: offerId(2), title, ...fields });
const isSame = (one: string, other: string, fields = {}): boolean =>
  duplicatesOf(anOffer({ title: one }), [titled(other, fields)]).length === 1;

describe('an own listing is likely the same', () => {
  it.each([
    ['Freight flows 2026', 'FREIGHT-flows, 2026!'],
    ['ＡＰＩ 数据', 'api数据'],
    ['城市货运 车辆轨迹', '城市货运·车辆轨迹。'],
  ])('where titles differ in case, width, spaces and punctuation alone: %s, %s', (one, other) => {
    expect(isSame(one, other, { domain: '01' })).toBe(true);
  });

  it('where it is of the same domain and four of five words, or pairs of characters, are the same', () => {
    expect(isSame('daily freight counts by road', 'daily freight counts by street')).toBe(true);
    expect(isSame('daily freight counts by road', 'hourly freight counts by street')).toBe(false);
    expect(isSame('北京市城市货运车辆轨迹统计', '北京市城市货运车辆轨迹统计表')).toBe(true);
    expect(isSame('城市货运', '城市客运')).toBe(false);
  });

  it('and not where its domain is another one and the title only close', () => {
    expect(isSame('daily freight counts by road', 'daily freight counts by road section', { domain: '01' })).toBe(
      false,
    );
  });

  it('and not where both titles are signs alone', () => {
    expect(isSame('!!!', '???')).toBe(false);
  });

  it('whatever the order of its domains', () => {
    const own = aDemand({ id: demandId(2), domains: ['54', '01'], title: 'daily freight counts by road section' });
    const listing = aDemand({ domains: ['01', '54'], title: 'daily freight counts by road' });
    expect(duplicatesOf(listing, [own])).toHaveLength(1);
    expect(duplicatesOf({ ...listing, domains: ['01'] }, [own])).toHaveLength(0);
  });

  it('while it is live, and is named with id, title and status alone', () => {
    const listing = anOffer({ title: 'Same' });
    for (const status of ['draft', 'listed', 'suspended'] as const) {
      expect(duplicatesOf(listing, [titled('Same', { status })])).toEqual([{ id: offerId(2), title: 'Same', status }]);
    }
    for (const status of ['withdrawn', 'expired'] as const) {
      expect(duplicatesOf(listing, [titled('Same', { status })])).toEqual([]);
    }
  });
});
