import { describe, expect, test } from 'vitest';
import { expire, publish, reinstate, revise, suspend, withdraw } from '../../domain/listing/lifecycle.ts';
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

describe('a suspension', () => {
  const note = 'The source statement does not name the gates.';
  const later = Instant.parse('2026-11-24T08:00:00.000Z');
  const suspended = anOffer({ status: 'suspended', version: 2, suspension: { note, suspendedAt: now } });

  test.each(['listed', 'draft'] as const)('takes out a listing that is %s, with why and since when', (status) => {
    const offer = anOffer({ status, version: 3 });
    expect(suspend(offer, note, now)).toEqual({
      ...offer,
      status: 'suspended',
      suspension: { note, suspendedAt: now },
      version: 4,
      updatedAt: now,
    });
  });

  test('is the same a second time, and with another sentence holds since the first time', () => {
    expect(suspend(suspended, note, later)).toBe(suspended);
    expect(suspend(suspended, 'Another sentence.', later)).toEqual({
      ...suspended,
      suspension: { note: 'Another sentence.', suspendedAt: now },
      version: 3,
      updatedAt: later,
    });
  });

  test.each(['withdrawn', 'expired'] as const)('is nothing for a listing that is %s', (status) => {
    expect(suspend(anOffer({ status }), note, now)).toBe('not-suspendable');
    expect(suspend({ ...suspended, status }, note, now)).toBe('not-suspendable');
  });

  test('stays, with its sentence, when the owner revises the listing', () => {
    expect(revise(suspended, { validUntil }, later)).toEqual({
      status: 'suspended',
      suspension: { note, suspendedAt: now },
      version: 3,
      validUntil,
      createdAt: suspended.createdAt,
      updatedAt: later,
    });
  });

  test('keeps no owner from withdrawing, who can read why even then', () => {
    const gone = withdraw(suspended, later);
    expect(gone).toEqual({ ...suspended, status: 'withdrawn', version: 3, updatedAt: later });
    expect(reinstate(gone, later)).toBe(gone);
  });

  test('ends with the sentence gone and the listing listed, or expired where its term is over by then', () => {
    const { suspension: _, ...plain } = suspended;
    expect(reinstate(suspended, later)).toEqual({ ...plain, status: 'listed', version: 3, updatedAt: later });
    const over = suspended.validUntil;
    expect(reinstate(suspended, over)).toEqual({ ...plain, status: 'expired', version: 3, updatedAt: over });
    const lastMoment = Instant.parse('2027-10-31T23:59:59.999Z');
    expect(reinstate(suspended, lastMoment).status).toBe('listed');
  });

  test.each(ListingStatus.options.filter((status) => status !== 'suspended'))(
    'does not end for one that is %s',
    (status) => {
      const offer = anOffer({ status });
      expect(reinstate(offer, now)).toBe(offer);
    },
  );
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
