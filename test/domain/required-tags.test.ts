import { describe, expect, test } from 'vitest';
import { DemandInput } from '../../domain/demand/demand.ts';
import { OfferInput } from '../../domain/offer/offer.ts';
import { OrganizationInput } from '../../domain/organization/organization.ts';
import { complianceTags, tagRow, withImplied } from '../../domain/vocabulary/compliance-tags.ts';
import { missingTags } from '../../domain/vocabulary/tag-consistency.ts';
import { codes, demand, furnished, offer, organization } from './tag-inputs.ts';

describe('required tags', () => {
  const isOfParty = (tag: string): boolean => tagRow(tag)?.kind === 'actor';
  const rows = complianceTags.flatMap((row) =>
    row.requires.filter((required) => !isOfParty(required)).map((required) => [row.id, required] as const),
  );

  test('are asked by eleven tags', () => {
    expect(complianceTags.filter(({ requires }) => requires.length > 0).map(({ id }) => id)).toEqual([
      'spi-minor',
      'class-important',
      'deidentified',
      'reid-level-3',
      'anonymized',
      'cb-security-assessment',
      'cb-standard-contract',
      'cb-certification',
      'cb-ftz-offlist',
      'gba-sc-hk',
      'gba-sc-mo',
    ]);
  });

  test.each(rows)('%s asks for %s: with it nothing is missing, without it that alone', (tag, required) => {
    const full = furnished(tag);
    expect(missingTags(full)).toEqual([]);
    const short = full.filter((each) => !withImplied([each]).has(required));
    expect(missingTags(short)).toContainEqual(expect.objectContaining({ from: tag, missing: required, index: 0 }));
  });

  test.each([
    ['spi-minor', ['consent-guardian']],
    ['deidentified', ['reid-assessment-report']],
    ['anonymized', ['anonymization-assessment']],
    ['gba-sc-hk', ['pipia']],
    ['class-important', ['important-data-declared', 'risk-assessment-important']],
  ])('of %s are %j; one of another name does not do', (tag, required) => {
    expect(missingTags([tag, ...required])).toEqual([]);
    for (const left of required) {
      expect(
        missingTags([tag, ...required.filter((each) => each !== left), 'consent', 'quality-report']),
      ).toContainEqual({ tag, from: tag, missing: left, index: 0 });
    }
  });

  test('that say what a party is are not asked of the data: the operator records them', () => {
    expect(missingTags(['gba-sc-hk', 'pipia'])).toEqual([]);
    expect(missingTags(['cb-ftz-offlist'])).toEqual([]);
  });

  test('may be implied by another tag', () => {
    // anonymized implies deidentified, which asks for the report that the assessment implies.
    expect(missingTags(['anonymized', 'anonymization-assessment'])).toEqual([]);
    expect(missingTags(['deidentified', 'anonymization-assessment'])).toEqual([]);
  });

  test('of an implied tag are asked as well, once for each tag given', () => {
    expect(missingTags(['pi', 'reid-level-4'])).toEqual([
      { tag: 'reid-level-3', from: 'reid-level-4', missing: 'reid-assessment-report', index: 1 },
    ]);
  });

  test('are asked of offers, and not of demands or of what an organization holds', () => {
    expect(codes(OfferInput, { ...offer, complianceTags: ['deidentified'] })).toEqual([
      'complianceTags.0 tag-requires',
    ]);
    expect(codes(DemandInput, { ...demand, requiredTags: ['deidentified'] })).toEqual([]);
    expect(codes(OrganizationInput, { ...organization, heldTags: [{ tag: 'cb-standard-contract' }] })).toEqual([]);
  });
});

describe('what an organization may hold', () => {
  test.each(['pi', 'topic-health', 'class-important', 'origin-public', 'anonymized', 'delivery-raw'])(
    'is nothing that says what data is: %s',
    (tag) => {
      const codesOf = codes(OrganizationInput, { ...organization, heldTags: [{ tag: 'mlps-3' }, { tag }] });
      expect(codesOf).toEqual(['heldTags.1.tag not-holdable']);
    },
  );

  test.each(['mlps-3', 'kyc-verified', 'licence-surveying', 'actor-gba-registered', 'cb-certification'])(
    'is %s',
    (tag) => {
      expect(codes(OrganizationInput, { ...organization, heldTags: [{ tag }] })).toEqual([]);
    },
  );
});
