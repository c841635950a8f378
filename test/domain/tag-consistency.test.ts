import { describe, expect, test } from 'vitest';
import { Demand, DemandInput } from '../../domain/demand/demand.ts';
import { Offer, OfferInput } from '../../domain/offer/offer.ts';
import { Organization, OrganizationInput } from '../../domain/organization/organization.ts';
import { complianceTags, tagRow, withImplied } from '../../domain/vocabulary/compliance-tags.ts';
import { tagConflicts } from '../../domain/vocabulary/tag-consistency.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { broken, codes, demand, furnished, offer, organization } from './tag-inputs.ts';

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
