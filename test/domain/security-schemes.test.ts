import { describe, expect, test } from 'vitest';
import { Offer, OfferInput } from '../../domain/offer/offer.ts';
import { mapNativeGrade, securitySchemes, securitySchemesAsOf } from '../../domain/vocabulary/security-schemes.ts';
import { anOffer } from '../builders/offer.ts';

type Expected = readonly [securityClass: string, level: number | 'REJECT'];

// Written by hand from section 1 of the policy facts: native grade -> class and level.
const expected: Readonly<Record<string, Readonly<Record<string, Expected>>>> = {
  'gbt-43697-2024': {
    'general-1': ['general', 1],
    'general-2': ['general', 2],
    'general-3': ['general', 3],
    'general-4': ['general', 4],
    important: ['important', 5],
    core: ['core', 'REJECT'],
  },
  'tc260-pg-20212a': {
    'general-1': ['general', 1],
    'general-2': ['general', 2],
    'general-3': ['general', 3],
    'general-4': ['general', 4],
    important: ['important', 5],
    core: ['core', 'REJECT'],
  },
  // Level 5 is where important data sits: it fails closed.
  'jrt-0197-2020': {
    1: ['general', 1],
    2: ['general', 2],
    3: ['general', 3],
    4: ['general', 4],
    5: ['important', 5],
  },
  'nfra-2024': {
    'other-general': ['general', 2],
    sensitive: ['general', 4],
    important: ['important', 5],
    core: ['core', 'REJECT'],
  },
  'pboc-2025': { general: ['general', 3], important: ['important', 5], core: ['core', 'REJECT'] },
  'jrt-0158-2018': { 1: ['general', 1], 2: ['general', 2], 3: ['general', 3], 4: ['general', 4] },
  'ydt-3813-2020': { 1: ['general', 1], 2: ['general', 2], 3: ['general', 3], 4: ['general', 4] },
  'miit-2022': { general: ['general', 2], important: ['important', 5], core: ['core', 'REJECT'] },
  'industrial-2020': { 1: ['general', 2], 2: ['general', 3], 3: ['general', 4] },
  // Level 5 of health data is not important data.
  'gbt-39725-2020': {
    1: ['general', 1],
    2: ['general', 2],
    3: ['general', 3],
    4: ['general', 4],
    5: ['general', 5],
  },
  'db11-1918-2021': { 1: ['general', 1], 2: ['general', 2], 3: ['general', 3], 4: ['general', 4] },
  'db52-1123-2016': {
    'non-sensitive': ['general', 1],
    privacy: ['general', 3],
    'state-secret': ['state-secret', 'REJECT'],
  },
  'db33-2351-2021': { L1: ['general', 1], L2: ['general', 2], L3: ['general', 3], L4: ['general', 4] },
  'public-data-opening': { unconditional: ['general', 1], conditional: ['general', 3], closed: ['general', 4] },
};

const rows = Object.entries(expected).flatMap(([scheme, grades]) =>
  Object.entries(grades).map(([grade, [securityClass, level]]) => ({ scheme, grade, securityClass, level })),
);

describe('the table of grading schemes', () => {
  test.each(rows)('$scheme: $grade is $securityClass, $level', ({ scheme, grade, securityClass, level }) => {
    expect(mapNativeGrade({ scheme, grade })).toEqual(
      level === 'REJECT'
        ? { kind: 'never-listed', scheme, grade, securityClass }
        : { kind: 'mapped', scheme, grade, securityClass, securityLevel: level },
    );
  });

  test('has these 14 schemes and their grades, and no other', () => {
    const grades = securitySchemes.flatMap(({ id, levels }) => levels.map(({ native }) => `${id} ${native}`));
    expect(grades.toSorted()).toEqual(rows.map(({ scheme, grade }) => `${scheme} ${grade}`).toSorted());
    expect(securitySchemes.map(({ id }) => id)).toEqual(Object.keys(expected));
  });

  test('says how old it is, and of each scheme its source and what of it was not verified', () => {
    expect(securitySchemesAsOf).toBe('2026-11-23');
    for (const { id, source, verification, fromGeneralKnowledge } of securitySchemes) {
      expect(source, id).not.toBe('');
      if (verification === 'general-knowledge') expect(fromGeneralKnowledge, id).toBe('all of it');
    }
    const unread = securitySchemes.filter(({ verification }) => verification === 'general-knowledge');
    expect(unread.map(({ id }) => id)).toEqual(['miit-2022', 'db11-1918-2021', 'public-data-opening']);
  });

  test('gives a level to what can be listed alone', () => {
    for (const { levels } of securitySchemes) {
      for (const { scale, securityClass } of levels) {
        expect(scale === null).toBe(!['general', 'important'].includes(securityClass));
      }
    }
  });
});

describe('terms', () => {
  test.each([
    ['another case', 'JRT-0197-2020', '4'],
    ['blanks around', ' jrt-0197-2020 ', '\t4 '],
    ['full width', 'ｊｒｔ－０１９７－２０２０', '４'],
  ])('are the same in %s', (_, scheme, grade) => {
    expect(mapNativeGrade({ scheme, grade })).toEqual(mapNativeGrade({ scheme: 'jrt-0197-2020', grade: '4' }));
  });

  test('of a grade are compared without their case, and come back as the table spells them', () => {
    expect(mapNativeGrade({ scheme: 'db33-2351-2021', grade: 'l3' })).toMatchObject({ kind: 'mapped', grade: 'L3' });
    expect(mapNativeGrade({ scheme: 'PBOC-2025', grade: 'Core' })).toMatchObject({
      kind: 'never-listed',
      grade: 'core',
    });
  });

  test.each([
    ['jrt-0197', '4'],
    ['jrt 0197-2020', '4'],
    ['JR/T 0197-2020', '4'],
    ['', ''],
  ])('are no scheme when they only come near: %j', (scheme, grade) => {
    expect(mapNativeGrade({ scheme, grade })).toEqual({ kind: 'unknown-scheme' });
  });

  test.each([
    ['jrt-0197-2020', '6'],
    ['jrt-0197-2020', '0'],
    ['jrt-0197-2020', '4级'],
    ['jrt-0197-2020', '4.0'],
    ['jrt-0158-2018', '5'],
    ['gbt-43697-2024', 'general'],
    ['gbt-43697-2024', 'general-5'],
    ['db33-2351-2021', '3'],
    ['db52-1123-2016', ''],
  ])('are no grade when they only come near: %s %j', (scheme, grade) => {
    expect(mapNativeGrade({ scheme, grade })).toEqual({ kind: 'unknown-grade', scheme });
  });
});

const {
  securityClass: _class,
  securityLevel: _level,
  ...ungraded
} = {
  title: 'Card payments by district',
  description: 'Monthly totals.',
  domain: '66',
  securityClass: 'general',
  securityLevel: 4,
  permittedPurposes: ['purpose-credit'],
  jurisdiction: 'CN',
  deliveryModes: ['sandbox'],
};
const nativeGrade = { scheme: 'jrt-0197-2020', grade: '4' };

/** What is wrong with an offer: paths and codes. */
function wrong(fields: object): string[] {
  const issues = OfferInput.safeParse({ ...ungraded, ...fields }).error?.issues ?? [];
  return issues.map((issue) => {
    const code = issue.code === 'custom' ? issue.params?.['code'] : issue.code;
    return `${issue.path.join('.')} ${code}`;
  });
}

describe('an offer with a grade of its own scheme', () => {
  test('has class and level by it, and keeps it', () => {
    const offer = OfferInput.parse({ ...ungraded, nativeGrade });
    expect(offer).toMatchObject({ securityClass: 'general', securityLevel: 4, nativeGrade });
    const { id, organizationId, status, version, validUntil, createdAt, updatedAt } = anOffer();
    const stored = { ...offer, id, organizationId, status, version, validUntil, createdAt, updatedAt };
    expect(Offer.parse(stored).nativeGrade).toEqual(nativeGrade);
  });

  test('keeps it as the table spells it', () => {
    const offer = OfferInput.parse({ ...ungraded, nativeGrade: { scheme: ' DB33-2351-2021', grade: 'ｌ２' } });
    expect(offer.nativeGrade).toEqual({ scheme: 'db33-2351-2021', grade: 'L2' });
    expect(offer.securityLevel).toBe(2);
  });

  test('may say class, level or both as well, where they agree; so what is read can be sent again', () => {
    expect(wrong({ nativeGrade, securityClass: 'general' })).toEqual([]);
    expect(wrong({ nativeGrade, securityLevel: 4 })).toEqual([]);
    expect(wrong(OfferInput.parse({ ...ungraded, nativeGrade }))).toEqual([]);
  });

  test.each([
    ['neither class nor level nor grade', {}, ['securityClass missing', 'securityLevel missing']],
    ['a class alone', { securityClass: 'general' }, ['securityLevel missing']],
    ['a level alone', { securityLevel: 4 }, ['securityClass missing']],
    ['an unknown scheme', { nativeGrade: { scheme: 'jrt-0197', grade: '4' } }, ['nativeGrade.scheme unknown-scheme']],
    ['an unknown grade', { nativeGrade: { ...nativeGrade, grade: '6' } }, ['nativeGrade.grade unknown-grade']],
    ['no grade', { nativeGrade: { scheme: 'jrt-0197-2020' } }, ['nativeGrade.grade invalid_type']],
    ['core data', { nativeGrade: { scheme: 'miit-2022', grade: 'core' } }, ['nativeGrade.grade class-never-listed']],
    [
      'a state secret, whatever else it says',
      { nativeGrade: { scheme: 'db52-1123-2016', grade: 'state-secret' }, securityClass: 'general', securityLevel: 1 },
      ['nativeGrade.grade class-never-listed'],
    ],
    ['a level one below', { nativeGrade, securityLevel: 3 }, ['securityLevel contradicts-grade']],
    ['a level one above', { nativeGrade, securityLevel: 5 }, ['securityLevel contradicts-grade']],
    ['another class', { nativeGrade, securityClass: 'important' }, ['securityClass contradicts-grade']],
    [
      'another class and level',
      { nativeGrade: { ...nativeGrade, grade: '5' }, securityClass: 'general', securityLevel: 4 },
      ['securityClass contradicts-grade', 'securityLevel contradicts-grade'],
    ],
  ])('is refused with %s', (_, fields, expectedIssues) => {
    expect(wrong(fields)).toEqual(expectedIssues);
  });
});
