import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { DemandInput } from '../../domain/demand/demand.ts';
import { OfferInput } from '../../domain/offer/offer.ts';
import { OrganizationInput, OrganizationProfileInput } from '../../domain/organization/organization.ts';

const offer = {
  title: 'Freight vehicle counts',
  description: 'Counts of freight vehicles\nby road section.',
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
  domains: ['G', '54'],
  maxSecurityLevel: 3,
  purpose: 'purpose-public-service',
  jurisdiction: 'CN',
  deliveryModes: ['api', 'sandbox'],
};
const organization = { name: '通州数据应用有限公司', kind: 'private', jurisdiction: 'CN' };

/** The paths of what is wrong with a value, as `a.0.b`; a key that should not be there stands by its name. */
function wrongPaths(schema: z.ZodType, value: unknown): string[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key].join('.'))
      : [issue.path.join('.')],
  );
}

describe('an offer', () => {
  test('needs eight fields and has a default for the rest', () => {
    expect(OfferInput.parse(offer)).toEqual({
      ...offer,
      keywords: [],
      complianceTags: [],
      recipientTags: [],
      fields: [],
      price: { model: 'negotiable' },
      disclosure: [],
    });
    expect(wrongPaths(OfferInput, {}).toSorted()).toEqual(Object.keys(offer).toSorted());
  });

  test('has no text that was damaged on its way, and ends at no time that cannot be kept', () => {
    expect(wrongPaths(OfferInput, { ...offer, title: 'a\ufffdb', description: '\ufffd' })).toEqual([
      'title',
      'description',
    ]);
    for (const validUntil of ['9999-12-31T23:59:59-23:59', '0000-01-01T00:00:00+23:59']) {
      expect(wrongPaths(OfferInput, { ...offer, validUntil })).toEqual(['validUntil']);
    }
  });

  test('takes all that the contract names', () => {
    const full = {
      ...offer,
      keywords: ['货运', 'freight'],
      complianceTags: [
        'deidentified',
        'reid-assessment-report',
        { tag: 'mlps-3', issuer: '公安局', number: '110112-1', validUntil: '2027-01-31' },
      ],
      recipientTags: ['mlps-3'],
      fields: [{ name: 'count', label: '车次', type: 'integer', unit: 'vehicles' }],
      source: { kind: 'collected', statement: 'Own roadside counters.' },
      sample: 'https://example.com/sample.csv',
      coverage: { regions: ['110112'], from: '2025-01-01', to: '2025-01-01' },
      updateFrequency: 'daily',
      recordCount: 10,
      personCount: 0,
      volumeBytes: 1024,
      price: { model: 'one-off', amount: 100_000, currency: 'CNY' },
      disclosure: ['description', 'organization'],
      validUntil: '2027-01-01T08:00:00+08:00',
    };
    expect(OfferInput.parse(full)).toEqual({ ...full, validUntil: '2027-01-01T00:00:00.000Z' });
  });

  test('has its text trimmed and in Unicode form C', () => {
    expect(OfferInput.parse({ ...offer, title: '  Cafe\u0301 ' }).title).toBe('Caf\u00e9');
  });

  test.each([
    ['an unknown key', { colour: 'red' }, 'colour'],
    ['an unknown key of a field', { fields: [{ name: 'a', size: 1 }] }, 'fields.0.size'],
    ['a title of blanks', { title: '   ' }, 'title'],
    ['a title of 201 characters', { title: 'x'.repeat(201) }, 'title'],
    ['a line break in a title', { title: 'a\nb' }, 'title'],
    ['a control character', { description: 'a\u0007b' }, 'description'],
    ['a title of which nothing can be seen', { title: '\u200b\u3164\u2800' }, 'title'],
    ['a bidirectional override', { title: 'a\u202eb' }, 'title'],
    ['a lone surrogate', { title: 'a\ud800' }, 'title'],
    ['a class that is never listed', { securityClass: 'core' }, 'securityClass'],
    ['a state secret', { securityClass: 'state-secret' }, 'securityClass'],
    ['an unknown class', { securityClass: 'secret' }, 'securityClass'],
    ['level 0', { securityLevel: 0 }, 'securityLevel'],
    ['level 6', { securityLevel: 6 }, 'securityLevel'],
    ['half a level', { securityLevel: 2.5 }, 'securityLevel'],
    ['an unknown domain', { domain: '98' }, 'domain'],
    ['an unknown tag', { recipientTags: ['mlps-3', 'mlps-9'] }, 'recipientTags.1'],
    ['an unknown carried tag', { complianceTags: ['mlps-9'] }, 'complianceTags.0'],
    ['a purpose as tag', { recipientTags: ['purpose-credit'] }, 'recipientTags.0'],
    ['a tag twice', { recipientTags: ['mlps-3', 'mlps-3'] }, 'recipientTags'],
    ['a tag as purpose', { permittedPurposes: ['mlps-3'] }, 'permittedPurposes.0'],
    ['no purpose', { permittedPurposes: [] }, 'permittedPurposes'],
    ['no delivery mode', { deliveryModes: [] }, 'deliveryModes'],
    ['an unknown delivery mode', { deliveryModes: ['fax'] }, 'deliveryModes.0'],
    ['an unknown jurisdiction', { jurisdiction: 'XX' }, 'jurisdiction'],
    ['coverage that ends before it starts', { coverage: { from: '2025-02-02', to: '2025-02-01' } }, 'coverage.to'],
    ['a day that does not exist', { coverage: { from: '2025-02-30' } }, 'coverage.from'],
    ['a region that is no code', { coverage: { regions: ['Beijing'] } }, 'coverage.regions.0'],
    ['a sample that is not https', { sample: 'http://example.com' }, 'sample'],
    ['a price without its currency', { price: { model: 'one-off', amount: 1 } }, 'price.currency'],
    ['a currency that does not exist', { price: { model: 'one-off', amount: 1, currency: 'ABC' } }, 'price.currency'],
    ['half a minor unit', { price: { model: 'one-off', amount: 0.5, currency: 'CNY' } }, 'price.amount'],
    ['a count below 0', { recordCount: -1 }, 'recordCount'],
    ['a time without its offset', { validUntil: '2027-01-01T00:00:00' }, 'validUntil'],
    ["an id, which is not the poster's to give", { id: 'offer-1' }, 'id'],
  ])('is refused with %s', (_, fields, path) => {
    expect(wrongPaths(OfferInput, { ...offer, ...fields })).toEqual([path]);
  });
});

describe('a demand', () => {
  test('needs seven fields and has a default for the rest', () => {
    expect(DemandInput.parse(demand)).toEqual({
      ...demand,
      keywords: [],
      requiredTags: [],
      preferredTags: [],
      expectedFields: [],
      notify: { mode: 'instant' },
      disclosure: [],
    });
    expect(wrongPaths(DemandInput, {})).toEqual(Object.keys(demand));
  });

  test.each([
    ['an unknown key', { domain: 'G' }, 'domain'],
    ['no domain', { domains: [] }, 'domains'],
    ['a domain twice', { domains: ['G', 'G'] }, 'domains'],
    ['an unknown domain', { domains: ['G', 'Z'] }, 'domains.1'],
    ["a certificate, which is the offer's to carry", { requiredTags: [{ tag: 'mlps-3' }] }, 'requiredTags.0'],
    ['an unknown purpose', { purpose: 'purpose-fun' }, 'purpose'],
    ['an unknown mode of notice', { notify: { mode: 'weekly' } }, 'notify.mode'],
    ['a budget without a currency', { budget: { amount: 1 } }, 'budget.currency'],
    ['a maximum above 5', { maxSecurityLevel: 6 }, 'maxSecurityLevel'],
  ])('is refused with %s', (_, fields, path) => {
    expect(wrongPaths(DemandInput, { ...demand, ...fields })).toEqual([path]);
  });
});

describe('an organization', () => {
  test('is cleared for level 1 and holds no tags unless the operator says otherwise', () => {
    expect(OrganizationInput.parse(organization)).toEqual({
      ...organization,
      affiliates: [],
      contacts: [],
      clearance: 1,
      heldTags: [],
      dailyMail: { hour: 8 },
      supplierReport: 'off',
    });
  });

  test('writes to its contacts in Chinese, and not before they are confirmed', () => {
    const parsed = OrganizationInput.parse({ ...organization, contacts: [{ email: 'a@example.com' }] });
    expect(parsed.contacts).toEqual([{ email: 'a@example.com', locale: 'zh-CN', confirmed: false }]);
  });

  test.each([
    ['an unknown kind', { kind: 'club' }, 'kind'],
    ['clearance 6', { clearance: 6 }, 'clearance'],
    ['an unknown held tag', { heldTags: [{ tag: 'mlps-9' }] }, 'heldTags.0.tag'],
    [
      'a moment where a day is asked',
      { heldTags: [{ tag: 'mlps-3', validUntil: '2027-01-01T00:00:00Z' }] },
      'heldTags.0.validUntil',
    ],
    ['one address twice', { contacts: [{ email: 'a@example.com' }, { email: 'A@example.com' }] }, 'contacts'],
    ['an affiliate that is no id', { affiliates: ['a b'] }, 'affiliates.0'],
  ])('is refused with %s', (_, fields, path) => {
    expect(wrongPaths(OrganizationInput, { ...organization, ...fields })).toEqual([path]);
  });

  test.each([
    ['clearance', { clearance: 5 }, 'clearance'],
    ['held tags', { heldTags: [] }, 'heldTags'],
    ['a confirmed contact', { contacts: [{ email: 'a@example.com', confirmed: true }] }, 'contacts.0.confirmed'],
  ])('cannot give itself %s', (_, fields, path) => {
    expect(wrongPaths(OrganizationProfileInput, { ...organization, ...fields })).toEqual([path]);
  });
});
