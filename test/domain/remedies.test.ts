import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../domain/matching/match.ts';
import {
  applyChange,
  type Change,
  isNear,
  mostChanges,
  type Pairing,
  remedyOf,
} from '../../domain/matching/remedies.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { complianceTags } from '../../domain/vocabulary/compliance-tags.ts';
import { missingTags, tagConflicts } from '../../domain/vocabulary/tag-consistency.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { aParty, aSupplier, someFacts } from '../builders/party.ts';
import './arbitraries.ts';

const weights = defaultWeights;
const outcomeOf = ({ offer, demand, facts }: Pairing) => judge(offer, demand, facts, weights).outcome;
const after = (pairing: Pairing, changes: readonly Change[]): Pairing => changes.reduce(applyChange, pairing);
const tagsOf = ({ offer }: Pairing) => offer.complianceTags.map((one) => (typeof one === 'string' ? one : one.tag));
const isPostable = (pairing: Pairing) =>
  missingTags(tagsOf(pairing)).length === 0 && tagConflicts(tagsOf(pairing)).length === 0;

const pair = (pairing: Partial<Pairing> = {}): Pairing => ({
  offer: anOffer(),
  demand: aDemand(),
  facts: someFacts(),
  ...pairing,
});

const { source: _, ...withoutSource } = anOffer();

// Written by hand: what the rules of each pair ask for, at the least.
const examples: readonly { name: string; pairing: Pairing; remedy: readonly string[] | undefined }[] = [
  { name: 'a pair that matches needs none', pairing: pair(), remedy: undefined },
  {
    name: 'another domain cannot be mended',
    pairing: pair({ offer: anOffer({ domain: '17', complianceTags: [] }) }),
    remedy: undefined,
  },
  {
    name: 'the buyer gets a certificate',
    pairing: pair({ offer: anOffer({ recipientTags: ['mlps-3'] }) }),
    remedy: ['buyer hold mlps-3'],
  },
  {
    name: 'one tag that brings two',
    pairing: pair({ offer: anOffer({ recipientTags: ['iso-27001', 'iso-27701'] }) }),
    remedy: ['buyer hold iso-27701-2019'],
  },
  {
    name: 'data of a lower level',
    pairing: pair({ offer: anOffer({ securityLevel: 3 }), facts: someFacts({ buyer: aParty({ clearance: 2 }) }) }),
    remedy: ['supplier lower-level 2'],
  },
  {
    name: 'the promise to take down',
    pairing: pair({ offer: anOffer({ complianceTags: ['non-pi', 'right-operate'] }) }),
    remedy: ['supplier carry takedown-commitment'],
  },
  {
    name: 'a required tag of the state of the data, with the report that it requires',
    pairing: pair({ demand: aDemand({ requiredTags: ['deidentified'] }) }),
    remedy: ['supplier carry deidentified', 'supplier carry reid-assessment-report'],
  },
  {
    name: 'a supplier that nobody has verified',
    pairing: pair({ facts: someFacts({ supplier: aSupplier({ heldTags: [] }) }) }),
    remedy: ['supplier hold kyc-verified'],
  },
  {
    name: 'de-identified data that lacks a basis for provision',
    pairing: pair({
      offer: anOffer({
        complianceTags: [
          'pi',
          'deidentified',
          'reid-assessment-report',
          'pipia',
          'contract-art12',
          'no-reidentification',
          'takedown-commitment',
        ],
      }),
    }),
    remedy: ['supplier carry consent-provision'],
  },
  {
    name: 'a supplier whose verification is past its day',
    pairing: pair({
      facts: someFacts({ supplier: aSupplier({ heldTags: [{ tag: 'kyc-verified', validUntil: '2026-11-22' }] }) }),
    }),
    remedy: ['supplier hold kyc-verified'],
  },
  {
    name: 'two parties that nobody has verified',
    pairing: pair({
      facts: someFacts({ supplier: aSupplier({ heldTags: [] }), buyer: aParty({ heldTags: [] }) }),
    }),
    remedy: ['buyer hold kyc-verified', 'supplier hold kyc-verified'],
  },
  {
    name: 'a statement of the source',
    pairing: pair({ offer: withoutSource }),
    remedy: ['supplier carry source-statement'],
  },
  {
    name: 'data of a lower level still, where the nearest may not be delivered so',
    pairing: pair({
      offer: anOffer({ securityLevel: 5, deliveryModes: ['raw'] }),
      demand: aDemand({ deliveryModes: ['raw'] }),
    }),
    remedy: ['supplier lower-level 3'],
  },
  {
    name: 'what a tag with its certificate requires is asked for as of any other',
    pairing: pair({ offer: anOffer({ complianceTags: ['non-pi', 'right-operate', { tag: 'deidentified' }] }) }),
    remedy: ['supplier carry takedown-commitment', 'supplier carry reid-assessment-report'],
  },
  {
    name: 'personal data that is made anonymous may leave the mainland',
    pairing: pair({
      offer: anOffer({
        complianceTags: [
          'pi',
          'deidentified',
          'reid-assessment-report',
          'pipia',
          'contract-art12',
          'no-reidentification',
          'takedown-commitment',
          'consent-provision',
        ],
      }),
      demand: aDemand({ jurisdiction: 'HK' }),
    }),
    remedy: ['supplier carry anonymization-assessment', 'supplier carry anonymized'],
  },
  {
    name: 'data that never was personal is not made anonymous',
    pairing: pair({ demand: aDemand({ requiredTags: ['anonymized'] }) }),
    remedy: undefined,
  },
  {
    name: 'what contradicts a tag of the data is no remedy',
    pairing: pair({
      offer: anOffer({ complianceTags: [...anOffer().complianceTags, 'delivery-raw'] }),
      demand: aDemand({ requiredTags: ['raw-not-leaving-domain'] }),
    }),
    remedy: undefined,
  },
  {
    name: 'public data that lacks its authorisation, where raw delivery is forbidden and an interface is not',
    pairing: pair({
      offer: anOffer({
        complianceTags: [...anOffer().complianceTags, 'origin-public', 'raw-not-leaving-domain'],
        deliveryModes: ['raw', 'api'],
      }),
      demand: aDemand({ deliveryModes: ['raw', 'api'] }),
    }),
    remedy: ['supplier carry public-data-authorisation'],
  },
];

const spoken = (change: Change): string =>
  `${change.side} ${change.kind} ${change.kind === 'lower-level' ? change.level : change.tag}`;

describe('the remedy of a pair', () => {
  test.each(examples)('$name', ({ pairing, remedy }) => {
    const found = remedyOf(pairing, weights);
    expect(found?.map(spoken).sort()).toEqual(remedy && [...remedy].sort());
  });
});

test('a pair is near where all that keeps it apart can be mended', () => {
  const near = (pairing: Pairing) => isNear(judge(pairing.offer, pairing.demand, pairing.facts, weights));
  const lacking = anOffer({ recipientTags: ['mlps-3'] });
  expect(near(pair())).toBe(false);
  expect(near(pair({ offer: lacking }))).toBe(true);
  expect(near(pair({ offer: { ...lacking, domain: '17' } }))).toBe(false);
});

const evidence = complianceTags.filter(({ kind }) =>
  ['evidence', 'right', 'mechanism', 'licence', 'certification'].includes(kind),
);
const universe: readonly Change[] = [
  ...evidence
    .filter(({ id }) => id !== 'kyc-verified')
    .map(({ id }) => ({ side: 'supplier', kind: 'carry', tag: id }) as const),
  ...['deidentified', 'reid-level-3', 'reid-level-4', 'anonymized', 'raw-not-leaving-domain'].map(
    (tag) => ({ side: 'supplier', kind: 'carry', tag }) as const,
  ),
  ...complianceTags
    .filter(({ kind }) => kind === 'certification' || kind === 'licence')
    .map(({ id }) => ({ side: 'buyer', kind: 'hold', tag: id }) as const),
  ...(['buyer', 'supplier'] as const).map((side) => ({ side, kind: 'hold', tag: 'kyc-verified' }) as const),
  ...[1, 2, 3, 4].map((level) => ({ side: 'supplier', kind: 'lower-level', level }) as const),
];

const few = (...tags: string[]) => fc.subarray(tags);
const anyTags = fc
  .tuple(
    fc.constantFrom(['non-pi'], ['pi'], ['spi'], ['anonymized', 'anonymization-assessment'], []),
    few('takedown-commitment', 'right-operate', 'pipia', 'contract-art12', 'no-reidentification', 'consent-provision'),
    fc.constantFrom(
      [],
      ['deidentified', 'reid-assessment-report'],
      ['topic-geospatial'],
      ['origin-public'],
      ['topic-health'],
    ),
  )
  .map((groups) => groups.flat());
const anyNearPair: fc.Arbitrary<Pairing> = fc
  .record({
    tags: anyTags,
    level: fc.constantFrom(2, 3, 4),
    max: fc.constantFrom(3, 4),
    required: fc.constantFrom<string[]>([], ['deidentified'], ['quality-report'], ['reid-level-3']),
    recipient: fc.constantFrom<string[]>([], ['mlps-3'], ['iso-27001', 'iso-27701']),
    purpose: fc.constantFrom('purpose-ai-training', 'purpose-public-service', 'purpose-genai-training'),
    verified: fc.boolean(),
    to: fc.constantFrom('CN', 'HK'),
    source: fc.boolean(),
  })
  .map(({ tags, level, max, required, recipient, purpose, verified, to, source }) => {
    const { source: statement, ...offer } = anOffer({
      complianceTags: tags,
      securityLevel: level,
      recipientTags: recipient,
      permittedPurposes: [purpose],
      deliveryModes: ['sandbox'],
    });
    return {
      offer: source && statement ? { ...offer, source: statement } : offer,
      demand: aDemand({
        maxSecurityLevel: max,
        requiredTags: required,
        purpose,
        jurisdiction: to,
        deliveryModes: ['sandbox'],
      }),
      facts: someFacts({ supplier: aSupplier(verified ? {} : { heldTags: [] }) }),
    };
  })
  .filter(isPostable);

test('applying a remedy makes the pair match, as an offer that can be posted', () => {
  let found = 0;
  fc.assert(
    fc.property(anyNearPair, (pairing) => {
      const remedy = remedyOf(pairing, weights);
      if (!remedy) return;
      found++;
      expect(outcomeOf(after(pairing, remedy))).toBe('matched');
      expect(isPostable(after(pairing, remedy))).toBe(true);
      expect(remedy.length).toBeLessThanOrEqual(mostChanges);
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(50);
});

test('no single change does where a remedy takes two or more, and no pair of changes where it takes three', () => {
  fc.assert(
    fc.property(anyNearPair, (pairing) => {
      const verdict = judge(pairing.offer, pairing.demand, pairing.facts, weights);
      if (!isNear(verdict)) return;
      const size = remedyOf(pairing, weights)?.length ?? mostChanges + 1;
      const does = (changes: readonly Change[]): boolean => {
        const changed = after(pairing, changes);
        return (
          changed.offer.securityLevel <= pairing.offer.securityLevel &&
          isPostable(changed) &&
          outcomeOf(changed) === 'matched'
        );
      };
      if (size > 1) expect(universe.filter((one) => does([one]))).toEqual([]);
      if (size !== 3) return;
      const pairs = universe.flatMap((one, index) => universe.slice(index + 1).map((other) => [one, other]));
      expect(pairs.find(does)).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test('a search ends when its judgements are used up, and takes no more than it was given', () => {
  const pairing = pair({ offer: anOffer({ recipientTags: ['mlps-3'] }) });
  const enough = { judgements: 100 };
  expect(remedyOf(pairing, weights, enough)).toHaveLength(1);
  const taken = 100 - enough.judgements;
  expect(remedyOf(pairing, weights, { judgements: taken })).toHaveLength(1);
  const short = { judgements: taken - 1 };
  expect(remedyOf(pairing, weights, short)).toBeUndefined();
  expect(short.judgements).toBe(0);
});
