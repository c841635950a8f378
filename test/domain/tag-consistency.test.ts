import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { Demand, DemandInput } from '../../domain/demand/demand.ts';
import { Offer, OfferInput } from '../../domain/offer/offer.ts';
import { Organization, OrganizationInput } from '../../domain/organization/organization.ts';
import { complianceTags, tagRow, withImplied } from '../../domain/vocabulary/compliance-tags.ts';
import { missingTags, tagConflicts } from '../../domain/vocabulary/tag-consistency.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';

const offer = {
  title: 'Freight vehicle counts',
  description: 'Counts of freight vehicles.',
  domain: '54',
  securityClass: 'general',
  securityLevel: 2,
  permittedPurposes: ['purpose-public-service'],
  jurisdiction: 'CN',
  deliveryModes: ['api'],
};
const demand = {
  title: 'Freight flows',
  description: 'For a traffic forecast.',
  domains: ['54'],
  maxSecurityLevel: 3,
  purpose: 'purpose-public-service',
  jurisdiction: 'CN',
  deliveryModes: ['api'],
};
const organization = { name: '通州数据应用有限公司', kind: 'private', jurisdiction: 'CN' };

/** The rules of ours that a value breaks: path, code, and the tags that are named. */
function broken(schema: z.ZodType, value: unknown): string[] {
  return (schema.safeParse(value).error?.issues ?? []).map((issue) => {
    const { code, ...facts } = issue.code === 'custom' ? (issue.params ?? {}) : { code: issue.code };
    return [issue.path.join('.'), code, JSON.stringify(facts)].join(' ');
  });
}
const codes = (schema: z.ZodType, value: unknown): string[] =>
  broken(schema, value).map((each) => each.split(' ').slice(0, 2).join(' '));

/** A tag with all that it and its implications require, so that nothing but a conflict can refuse it. */
function furnished(tag: string, without: readonly string[] = []): string[] {
  const tags = [tag];
  for (let more = [tag]; more.length > 0; ) {
    more = missingTags(tags).map(({ missing }) => missing);
    tags.push(...new Set(more.filter((each) => !without.includes(each))));
    if (more.every((each) => without.includes(each))) break;
  }
  return tags;
}

const pairs = complianceTags.flatMap((row) =>
  row.conflicts.filter((id) => row.id < id).map((id) => [row.id, id] as const),
);

const ofData = ['subject', 'topic', 'class', 'origin', 'state', 'delivery'];
const isOfData = (tag: string): boolean => ofData.includes(tagRow(tag)?.kind ?? '');

describe('conflicts', () => {
  test('are 31 pairs in the vocabulary', () => {
    expect(pairs.length).toBe(31);
  });

  test.each(pairs)('%s and %s: the pair is found in either order, one of both is not', (one, other) => {
    expect(tagConflicts([one, other])).toEqual([
      { one: { tag: other, from: other }, other: { tag: one, from: one }, index: 1 },
    ]);
    expect(tagConflicts([other, one]).map(({ index }) => index)).toEqual([1]);
    expect(tagConflicts([one])).toEqual([]);
    expect(tagConflicts([other])).toEqual([]);
  });

  test.each(pairs)('%s and %s: no organization may hold both', (one, other) => {
    const holding = (...tags: string[]) => ({ ...organization, heldTags: tags.map((tag) => ({ tag })) });
    const alone = (tag: string, index: number) => (isOfData(tag) ? [`heldTags.${index}.tag not-holdable`] : []);
    const both = codes(OrganizationInput, holding(one, other));
    expect(both.toSorted()).toEqual(['heldTags.1.tag tag-conflict', ...alone(one, 0), ...alone(other, 1)].toSorted());
    expect(codes(OrganizationInput, holding(one))).toEqual(alone(one, 0));
    expect(codes(OrganizationInput, holding(other))).toEqual(alone(other, 0));
  });

  test.each(pairs)(
    '%s and %s: no demand may require both, or prefer what conflicts with what it requires',
    (one, other) => {
      expect(codes(DemandInput, { ...demand, requiredTags: [one, other] })).toEqual(['requiredTags.1 tag-conflict']);
      expect(codes(DemandInput, { ...demand, requiredTags: [one], preferredTags: [other] })).toEqual([
        'preferredTags.0 tag-conflict',
      ]);
      expect(codes(DemandInput, { ...demand, preferredTags: [one, other] })).toEqual([]);
      expect(codes(DemandInput, { ...demand, requiredTags: [one] })).toEqual([]);
    },
  );

  const listable = (tag: string): boolean => !withImplied([tag]).has('class-core') && !/^class-/.test(tag);
  test.each(pairs.filter(([one, other]) => listable(one) && listable(other)))(
    '%s and %s: an offer that carries both is refused, with one of both it is not',
    (one, other) => {
      const carrying = (...tags: string[]) => ({ ...offer, complianceTags: [...new Set(tags)] });
      const both = carrying(one, other, ...furnished(one), ...furnished(other));
      expect(codes(OfferInput, both)).toContain('complianceTags.1 tag-conflict');
      expect(codes(OfferInput, carrying(...furnished(one)))).toEqual([]);
      expect(codes(OfferInput, carrying(...furnished(other)))).toEqual([]);
    },
  );

  test('are found between what is implied, and name the tag that implies it', () => {
    expect(tagConflicts(['anonymized', 'spi-face'])).toEqual([
      {
        one: { tag: 'pi', from: 'spi-face' },
        other: { tag: 'anonymized', from: 'anonymized' },
        index: 1,
      },
    ]);
    expect(tagConflicts(['raw-identifiable', 'reid-level-3'])).toEqual([
      {
        one: { tag: 'direct-identifiers-removed', from: 'reid-level-3' },
        other: { tag: 'raw-identifiable', from: 'raw-identifiable' },
        index: 1,
      },
    ]);
    expect(tagConflicts(['delivery-raw', 'pi', 'delivery-sandbox'])).toMatchObject([
      { one: { tag: 'raw-not-leaving-domain', from: 'delivery-sandbox' }, index: 2 },
    ]);
  });

  test('are found once for each two tags given', () => {
    expect(tagConflicts(['pi', 'spi', 'anonymized']).map(({ other }) => other)).toEqual([
      { tag: 'pi', from: 'pi' },
      { tag: 'pi', from: 'spi' },
    ]);
  });

  test('are not seen in tags that are unknown, repeated or merely near', () => {
    expect(tagConflicts(['no-such-tag', 'pi', 'pi', 'pseudonymized', 'deidentified'])).toEqual([]);
    expect(tagConflicts([])).toEqual([]);
  });

  test('count for a certificate that is past its date as well', () => {
    const complianceTags = [
      { tag: 'spi', validUntil: '2020-01-01' },
      { tag: 'ethics-exempt-32', validUntil: '2020-01-01' },
    ];
    expect(broken(OfferInput, { ...offer, complianceTags })).toEqual([
      'complianceTags.1 tag-conflict {"one":{"tag":"ethics-exempt-32","from":"ethics-exempt-32"},"other":{"tag":"spi","from":"spi"}}',
    ]);
  });
});

describe('the class of an offer', () => {
  const evidence = ['important-data-declared', 'risk-assessment-important'];
  const important = { ...offer, securityClass: 'important', securityLevel: 5 };
  const graded = { scheme: 'gbt-43697-2024', grade: 'important' };

  test.each([
    [
      'general and class-important',
      { ...offer, complianceTags: ['class-important', ...evidence] },
      ['complianceTags.0 tag-conflict'],
    ],
    [
      'important and class-general',
      { ...important, complianceTags: ['pi', 'class-general'] },
      ['complianceTags.1 tag-conflict'],
    ],
    [
      'important and a standard contract for export',
      { ...important, complianceTags: ['pipia', 'cb-standard-contract'] },
      ['complianceTags.1 tag-conflict'],
    ],
    [
      'important by its own grade and class-general',
      {
        ...offer,
        securityClass: undefined,
        securityLevel: undefined,
        nativeGrade: graded,
        complianceTags: ['class-general'],
      },
      ['complianceTags.0 tag-conflict'],
    ],
    [
      'general and class-state-secret',
      { ...offer, complianceTags: ['class-state-secret'] },
      ['complianceTags.0 class-never-listed'],
    ],
    [
      'general and class-work-secret',
      { ...offer, complianceTags: ['class-work-secret'] },
      ['complianceTags.0 class-never-listed'],
    ],
    [
      'important and class-core',
      { ...important, complianceTags: ['class-core', ...evidence] },
      ['complianceTags.0 class-never-listed'],
    ],
  ])('conflicts with its tags: %s', (_, value, expected) => {
    expect(codes(OfferInput, value)).toEqual(expected);
  });

  test('is named as what gives the tag', () => {
    expect(broken(OfferInput, { ...important, complianceTags: ['class-general'] })).toEqual([
      'complianceTags.0 tag-conflict {"one":{"tag":"class-general","from":"class-general"},"other":{"tag":"class-important","from":"class-important","field":"securityClass"}}',
    ]);
  });

  test('agrees with its own tag, with none, and with what only general data may use', () => {
    expect(codes(OfferInput, { ...offer, complianceTags: ['class-general', 'pipia', 'cb-standard-contract'] })).toEqual(
      [],
    );
    expect(codes(OfferInput, { ...important, complianceTags: ['class-important', ...evidence] })).toEqual([]);
    expect(codes(OfferInput, important)).toEqual([]);
  });
});

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

describe('the vocabulary', () => {
  test('implies without a cycle', () => {
    for (const { id } of complianceTags) {
      for (const implied of tagRow(id)?.implies ?? []) expect(withImplied([implied]).has(id), id).toBe(false);
    }
  });

  test('has no tag that implies or requires what conflicts with it', () => {
    for (const { id } of complianceTags) {
      expect(tagConflicts([...withImplied([id])]), id).toEqual([]);
      expect(tagConflicts(furnished(id)), id).toEqual([]);
    }
  });
});

describe('a record that was stored before', () => {
  test('can still be read, whatever its tags', () => {
    expect(Offer.safeParse(anOffer({ complianceTags: ['pi', 'anonymized', 'deidentified'] })).success).toBe(true);
    expect(Demand.safeParse(aDemand({ requiredTags: ['pi', 'anonymized'] })).success).toBe(true);
    const heldTags = [{ tag: 'pi' }, { tag: 'anonymized' }];
    expect(Organization.safeParse(anOrganization({ heldTags })).success).toBe(true);
  });
});

describe('a body with other faults', () => {
  test('is told of its tags and its grade in the same answer', () => {
    const value = { ...offer, title: '', securityClass: undefined, complianceTags: ['pi', 7, { tag: 'anonymized' }] };
    expect(codes(OfferInput, value).toSorted()).toEqual([
      'complianceTags.1 invalid_union',
      'complianceTags.2 tag-conflict',
      'complianceTags.2 tag-requires',
      'securityClass missing',
      'title too_small',
    ]);
  });

  test.each([[null], [[]], ['text'], [7]])('is no object: %j', (value) => {
    for (const schema of [OfferInput, DemandInput, OrganizationInput]) {
      expect(codes(schema, value)).toEqual([' invalid_type']);
    }
  });
});
