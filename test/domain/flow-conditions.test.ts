import { describe, expect, test } from 'vitest';
import { flowKindsOf, purposeKindsOf } from '../../domain/matching/data-kinds.ts';
import { evidenceFor } from '../../domain/matching/evidence.ts';
import { type Holds, rowHolds } from '../../domain/matching/flow-conditions.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import type { Party } from '../../domain/organization/organization.ts';
import { type FlowRule, readFlowRules } from '../../domain/vocabulary/cross-border-rules.ts';
import table from '../../domain/vocabulary/data/cross-border-rules.json' with { type: 'json' };
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { aParty, aSupplier, someFacts } from '../builders/party.ts';

const [plain] = table.rows;

function rowWith(fields: object): FlowRule {
  const [row] = readFlowRules({ ...table, rows: [{ ...plain, ...fields }] }).rows;
  return row?.unknown.length === 0 ? row : expect.fail('not a row');
}

type About = {
  readonly offer?: Partial<Offer>;
  readonly buyer?: Partial<Party>;
  readonly supplier?: Partial<Party>;
  readonly usesNegativeLists?: boolean;
};

function holds(
  fields: object,
  { offer = {}, buyer = {}, supplier = {}, usesNegativeLists = false }: About = {},
): Holds {
  const facts = { ...someFacts({ buyer: aParty(buyer), supplier: aSupplier(supplier) }), usesNegativeLists };
  const whole = anOffer(offer);
  return rowHolds(rowWith(fields), { offer: whole, evidence: evidenceFor(whole, aDemand(), facts), facts });
}

const carrying = (...complianceTags: string[]): About => ({ offer: { complianceTags } });
const held = (tag: string): Partial<Party> => ({ heldTags: [{ tag }] });
const stating = (transfer: Offer['transfer']): About => ({ offer: { ...(transfer && { transfer }) } });
const counted = (nonSensitive: number, sensitive = 0, year = 2026): About =>
  stating({ exportTotals: { year, nonSensitive, sensitive } });

const conditions: readonly [string, object, About, Holds][] = [
  ['a row without conditions', {}, {}, true],
  [
    'a mechanism that the data was received under',
    { receivedUnder: ['gba-sc-hk', 'gba-sc-mo'] },
    stating({ receivedUnder: ['gba-sc-mo', 'hk-rmc'] }),
    true,
  ],
  ['received under another', { receivedUnder: ['gba-sc-hk'] }, stating({ receivedUnder: ['hk-rmc'] }), false],
  ['received under none', { receivedUnder: ['gba-sc-hk'] }, stating({ receivedUnder: [] }), false],
  ['nobody says under what', { receivedUnder: ['gba-sc-hk'] }, {}, 'receivedUnder'],
  ['a private recipient is no authority', { recipientType: 'foreign-judicial-or-law-enforcement' }, {}, false],
  [
    'a public body may be one',
    { recipientType: 'foreign-judicial-or-law-enforcement' },
    { buyer: { kind: 'public-body' } },
    'recipientType',
  ],
  ['what the recipient is', { recipientTag: 'actor-restricted-list' }, { buyer: held('actor-restricted-list') }, true],
  [
    'what only the exporter is',
    { recipientTag: 'actor-restricted-list' },
    { supplier: held('actor-restricted-list') },
    false,
  ],
  ['what the exporter is', { exporterTag: 'actor-ciio' }, { supplier: held('actor-ciio') }, true],
  ['what the data says of the exporter', { exporterTag: 'actor-ciio' }, carrying('actor-ciio'), true],
  ['what only the recipient is', { exporterTag: 'actor-ciio' }, { buyer: held('actor-ciio') }, false],
  ['what the exporter is not', { exporterNotTag: 'actor-ciio' }, {}, true],
  ['what the exporter must not be and is', { exporterNotTag: 'actor-ciio' }, { supplier: held('actor-ciio') }, false],
  ['the topic of the data', { topic: 'topic-geospatial' }, carrying('topic-geospatial'), true],
  ['another topic', { topic: 'topic-geospatial' }, carrying('topic-credit'), false],
  ['collected abroad', { collectedOutsideMainland: true }, stating({ collectedOutsideMainland: true }), true],
  ['collected at home', { collectedOutsideMainland: true }, stating({ collectedOutsideMainland: false }), false],
  ['nobody says where', { collectedOutsideMainland: true }, {}, 'collectedOutsideMainland'],
  [
    'nothing from the mainland added',
    { mainlandPersonalOrImportantDataAdded: false },
    stating({ mainlandDataAdded: false }),
    true,
  ],
  ['something added', { mainlandPersonalOrImportantDataAdded: false }, stating({ mainlandDataAdded: true }), false],
  ['nobody says whether', { mainlandPersonalOrImportantDataAdded: false }, stating({}), 'mainlandDataAdded'],
  ['an emergency', { necessity: 'emergency' }, stating({ necessity: 'emergency' }), true],
  ['no necessity', { necessity: 'emergency' }, stating({ necessity: 'none' }), false],
  ['nobody says for what', { necessity: 'emergency' }, {}, 'necessity'],
  ['the Bay Area contract chosen', { optIn: 'GBA' }, stating({ mechanism: 'GBA' }), true],
  ['nothing chosen', { optIn: 'GBA' }, {}, false],
  [
    'a negative list chosen in a zone that applies them',
    { optIn: 'cb-ftz-offlist' },
    { ...stating({ mechanism: 'cb-ftz-offlist' }), usesNegativeLists: true },
    true,
  ],
  [
    'a negative list chosen in another zone',
    { optIn: 'cb-ftz-offlist' },
    stating({ mechanism: 'cb-ftz-offlist' }),
    false,
  ],
  [
    'both registered in the Bay Area',
    { bothPartiesRegisteredInGBA: true },
    { buyer: held('actor-gba-registered'), supplier: held('actor-gba-registered') },
    true,
  ],
  ['one of them registered', { bothPartiesRegisteredInGBA: true }, { supplier: held('actor-gba-registered') }, false],
  ['an industry of the list', { industryCoveredByList: true }, stating({ industryCoveredByList: true }), true],
  ['an industry that nobody names', { industryCoveredByList: true }, {}, 'industryCoveredByList'],
  ['an item off the list', { itemOnNegativeList: false }, stating({ itemOnNegativeList: false }), true],
  ['an item on it', { itemOnNegativeList: false }, stating({ itemOnNegativeList: true }), false],
  ['an item that nobody looked up', { itemOnNegativeList: false }, {}, 'itemOnNegativeList'],
  ['sensitive data in the offer', { offerHasSensitive: true }, carrying('spi-face'), true],
  ['sensitive data where there must be none', { offerHasSensitive: false }, carrying('spi'), false],
  ['none where there must be none', { offerHasSensitive: false }, carrying('pi'), true],
  ['the state of the data', { state: 'deidentified' }, carrying('reid-level-3'), true],
  ['another state', { state: 'deidentified' }, carrying('pseudonymized'), false],
  ['a state that the data is not in', { notState: 'anonymized' }, carrying('deidentified'), true],
  ['a state that it must not be in and is', { notState: 'anonymized' }, carrying('anonymized'), false],
  [
    'one condition that fails settles it, whatever is not stated',
    { necessity: 'emergency', state: 'deidentified' },
    {},
    false,
  ],
  [
    'of several facts the first is asked for',
    { itemOnNegativeList: true, collectedOutsideMainland: true, topic: 'topic-credit' },
    carrying('topic-credit'),
    'collectedOutsideMainland',
  ],
];

describe('a condition of a cross-border row holds, fails or asks', () => {
  test.each(conditions)('%s', (_name, given, about, expected) => {
    expect(holds({ conditions: given }, about)).toBe(expected);
  });

  test('a party without a record may be an authority too', () => {
    const { kind: _, ...buyer } = aParty();
    const facts = someFacts({ buyer });
    const row = rowWith({ conditions: { recipientType: 'foreign-judicial-or-law-enforcement' } });
    const about = { offer: anOffer(), evidence: evidenceFor(anOffer(), aDemand(), facts), facts };
    expect(rowHolds(row, about)).toBe('recipientType');
  });
});

const small = [{ nonSensitive: { gte: 1, lt: 100_000 }, sensitive: { eq: 0 } }];
const large = [{ nonSensitive: { gte: 1_000_000 } }, { sensitive: { gte: 10_000 } }];

describe('the number of persons', () => {
  test.each([
    ['the least', small, counted(1), true],
    ['one less than the least', small, counted(0), false],
    ['one less than the bound', small, counted(99_999), true],
    ['the bound itself', small, counted(100_000), false],
    ['one sensitive person where none may be', small, counted(1, 1), false],
    ['the first of two alternatives', large, counted(1_000_000), true],
    ['the second', large, counted(0, 10_000), true],
    ['neither', large, counted(999_999, 9999), false],
    ['the totals of another year', large, counted(1_000_000, 0, 2025), 'exportTotals'],
    ['no totals', large, {}, 'exportTotals'],
    ['a transfer without totals', large, stating({}), 'exportTotals'],
  ])('%s', (_name, volume, about, expected) => {
    expect(holds({ volume }, about)).toBe(expected);
  });

  test('does not matter where a condition fails', () => {
    expect(holds({ volume: large, conditions: { topic: 'topic-credit' } })).toBe(false);
  });
});

describe('the kinds of data that rules tell apart', () => {
  const tags = (...ids: string[]): ReadonlySet<string> => new Set(ids);

  test.each([
    ['sensitive personal data', tags('pi', 'spi'), ['sensitive-personal']],
    ['personal data', tags('pi'), ['personal']],
    ['what was made anonymous', tags('anonymized', 'non-pi'), ['anonymised']],
    ['what never was personal', tags('non-pi'), ['non-personal']],
    ['nothing said', tags(), []],
    [
      'several topics',
      tags('non-pi', 'topic-genetic', 'topic-credit'),
      ['non-personal', 'human-genetic', 'financial-credit'],
    ],
  ])('for flows: %s', (_name, carried, kinds) => {
    expect(flowKindsOf(anOffer(), carried)).toEqual(kinds);
  });

  test.each([
    ['a special kind stands in the place of the plain one', tags('pi', 'spi', 'topic-health'), ['health']],
    ['several special kinds', tags('pi', 'topic-biometric', 'topic-credit'), ['biometric', 'financial-credit']],
    ['genes of persons, once', tags('pi', 'topic-genetic'), ['human-genetic']],
    ['credit of companies', tags('non-pi', 'topic-credit'), ['financial-credit', 'non-personal']],
    ['health data about no person', tags('non-pi', 'topic-health'), ['non-personal']],
    ['children', tags('pi', 'spi', 'spi-minor'), ['sensitive-personal', 'minor-under-14']],
    ['nothing said', tags(), []],
  ])('for purposes: %s', (_name, carried, kinds) => {
    expect(purposeKindsOf(anOffer(), carried)).toEqual(kinds);
  });
});
