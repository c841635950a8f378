import { describe, expect, test } from 'vitest';
import { expire, publish, revise, withdraw } from '../../domain/listing/lifecycle.ts';
import { ListingStatus } from '../../domain/listing/parts.ts';
import { dayIn, Instant, instantInput, yearsAfter } from '../../domain/time.ts';
import { now, validUntil } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';

const leapDay = Instant.parse('2028-02-29T12:00:00.000Z');

describe('a listing', () => {
  test('is listed for a year, version 1, from the moment it is posted', () => {
    expect(publish({}, now)).toEqual({
      status: 'listed',
      version: 1,
      validUntil: '2027-11-23T08:00:00.000Z',
      createdAt: now,
      updatedAt: now,
    });
  });

  test('cannot be posted for a term that is over', () => {
    expect(publish({ validUntil: now }, now)).toBe('already-over');
    expect(revise(anOffer(), { validUntil: now }, now)).toBe('already-over');
  });

  test.each([
    ['draft', 'listed'],
    ['listed', 'listed'],
    ['expired', 'listed'],
    ['suspended', 'suspended'],
  ] as const)('that is %s is %s after a revision, one version on', (status, next) => {
    const revised = revise(anOffer({ status, version: 3 }), { validUntil }, now);
    expect(revised).toMatchObject({ status: next, version: 4, updatedAt: now, createdAt: anOffer().createdAt });
  });

  test('that was withdrawn cannot be revised', () => {
    expect(revise(anOffer({ status: 'withdrawn' }), {}, now)).toBe('not-open');
  });

  test('is withdrawn once: a second time changes nothing', () => {
    const gone = withdraw(anOffer(), now);
    expect(gone).toMatchObject({ status: 'withdrawn', version: 2, updatedAt: now });
    expect(withdraw(gone, validUntil)).toBe(gone);
  });

  test('expires at its term and not before', () => {
    const offer = anOffer();
    expect(expire(offer, now)).toBe(offer);
    expect(expire(offer, offer.validUntil)).toMatchObject({ status: 'expired', version: 2 });
  });

  test.each(ListingStatus.options.filter((status) => status !== 'listed'))('that is %s does not expire', (status) => {
    const offer = anOffer({ status });
    expect(expire(offer, offer.validUntil)).toBe(offer);
  });
});

describe('time', () => {
  test('is kept in UTC with milliseconds', () => {
    expect(instantInput.parse('2026-11-23T16:00:00+08:00')).toBe(now);
    expect(instantInput.safeParse('2026-11-23').success).toBe(false);
  });

  test('a year after 29 February is 28 February', () => {
    expect(yearsAfter(leapDay, 1)).toBe('2029-02-28T12:00:00.000Z');
    expect(yearsAfter(leapDay, 4)).toBe('2032-02-29T12:00:00.000Z');
  });

  test('the day is that of the zone', () => {
    const late = Instant.parse('2026-11-23T16:00:00.000Z');
    expect(dayIn('Asia/Shanghai', late)).toBe('2026-11-24');
    expect(dayIn('UTC', late)).toBe('2026-11-23');
  });
});
