import { describe, expect, test } from 'vitest';
import { isJurisdiction } from '../../domain/vocabulary/jurisdictions.ts';
import { isSamePlaceAbroad, liesIn } from '../../domain/vocabulary/places.ts';

const everywhere = ['CN', 'CN-GBA9', 'CN-FTZ', 'HK', 'MO', 'TW', 'EU', 'DE', 'NO', 'CH', 'GB', 'SG', 'US'];
const placesIn = (place: string) => everywhere.filter((jurisdiction) => liesIn(jurisdiction, place));

describe('a place of a cross-border rule', () => {
  test.each([
    ['anywhere', '*', everywhere],
    ['the mainland, with its zones and without Hong Kong, Macao and Taiwan', 'CN', ['CN', 'CN-GBA9', 'CN-FTZ']],
    ['all outside the mainland', 'OUT', ['HK', 'MO', 'TW', 'EU', 'DE', 'NO', 'CH', 'GB', 'SG', 'US']],
    [
      'all outside the Greater Bay Area, the rest of the mainland too',
      'OUT-GBA',
      ['CN', 'CN-FTZ', 'TW', 'EU', 'DE', 'NO', 'CH', 'GB', 'SG', 'US'],
    ],
    ['the European Economic Area, without Switzerland and the United Kingdom', 'EU', ['EU', 'DE', 'NO']],
    ['Hong Kong alone', 'HK', ['HK']],
    ['Macao alone', 'MO', ['MO']],
    ['the nine cities alone', 'CN-GBA9', ['CN-GBA9']],
    ['the free-trade zones alone', 'CN-FTZ', ['CN-FTZ']],
  ])('%s', (_name, place, inside) => {
    expect(placesIn(place)).toEqual(inside);
  });

  test('the European Economic Area is the 27 members of the Union with Iceland, Liechtenstein and Norway', () => {
    const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((first) => letters.map((second) => first + second));
    const inside = codes.filter((code) => liesIn(code, 'EU'));
    expect(inside).toEqual(['EU', ...union, 'IS', 'LI', 'NO'].sort());
  });
});

describe('data stays in one place abroad', () => {
  test.each([
    ['HK', 'HK', true],
    ['DE', 'FR', true],
    ['EU', 'NO', true],
    ['HK', 'MO', false],
    ['DE', 'CH', false],
    ['CH', 'DE', false],
    ['CN', 'CN', false],
    ['CN-GBA9', 'CN-GBA9', false],
    ['CN', 'HK', false],
    ['HK', 'CN-FTZ', false],
  ])('%s to %s: %s', (from, to, stays) => {
    expect(isSamePlaceAbroad(from, to)).toBe(stays);
  });
});

test.each([
  ['CN', true],
  ['CN-GBA9', true],
  ['CN-FTZ', true],
  ['EU', true],
  ['HK', true],
  ['ZZ', false],
  ['XX', false],
  ['CHN', false],
  ['C', false],
  ['hk', false],
  ['CN-BJ', false],
  ['', false],
])('the code %j names a place that the rules know: %s', (code, known) => {
  expect(isJurisdiction(code)).toBe(known);
});

test('of the codes of two letters those name a place that Unicode has a name for, but for ZZ, which is nowhere', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const named = codes.filter((code) => code !== 'ZZ' && names.of(code) !== undefined);
  expect(named).toContain('CN');
  expect(codes.filter(isJurisdiction)).toEqual(named);
});
