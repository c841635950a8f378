import { describe, expect, test } from 'vitest';
import { judge } from '../../domain/matching/match.ts';
import { type Change, isNear, type Pairing, remedyOf } from '../../domain/matching/remedies.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { aParty, aSupplier, someFacts } from '../builders/party.ts';

const weights = defaultWeights;

const pair = (pairing: Partial<Pairing> = {}): Pairing => ({
  offer: anOffer(),
  demand: aDemand(),
  facts: someFacts(),
  ...pairing,
});

/** What de-identified personal data carries where only the basis of its provision is missing. */
const deidentified = [
  'pi',
  'deidentified',
  'reid-assessment-report',
  'pipia',
  'contract-art12',
  'no-reidentification',
  'takedown-commitment',
];

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
        complianceTags: deidentified,
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
        complianceTags: [...deidentified, 'consent-provision'],
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
