import { expect, test } from 'vitest';
import { recheckDaysOfListing, recheckDaysOfParty } from '../../domain/matching/recheck-days.ts';
import { daysAfter } from '../../domain/time.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { aParty } from '../builders/party.ts';

test('an offer is judged anew on the day after each of its certificates, once a day', () => {
  const complianceTags = [
    'non-pi',
    { tag: 'dcmm-3', validUntil: '2027-02-28' },
    { tag: 'iso-27701', validUntil: '2026-12-31' },
    { tag: 'pipia', validUntil: '2026-12-31' },
    { tag: 'mlps-3' },
  ];
  expect(recheckDaysOfListing(anOffer({ complianceTags }))).toEqual(['2027-01-01', '2027-03-01']);
});

test('totals of exported persons are of a year: on its end they say nothing more', () => {
  const transfer = { exportTotals: { year: 2026, nonSensitive: 10, sensitive: 0 } };
  expect(recheckDaysOfListing(anOffer({ transfer }))).toEqual(['2027-01-01']);
});

test('a demand carries no certificates', () => {
  expect(recheckDaysOfListing(aDemand())).toEqual([]);
});

test('a party is judged anew on the day after each certificate that it holds', () => {
  const heldTags = [{ tag: 'kyc-verified' }, { tag: 'mlps-3', validUntil: '2028-02-28' }];
  expect(recheckDaysOfParty(aParty({ heldTags }))).toEqual(['2028-02-29']);
});

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-01', -14, '2026-02-15'],
])('%s and %i days are %s', (day, count, expected) => {
  expect(daysAfter(day, count)).toBe(expected);
});
