import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CarriedTag } from '../../domain/listing/parts.ts';
import type { Outcome, Verdict } from '../../domain/matching/judgement.ts';
import { judge } from '../../domain/matching/match.ts';
import type { Pairing } from '../../domain/matching/remedies.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { Instant } from '../../domain/time.ts';
import { complianceTags, tagRow, withImplied } from '../../domain/vocabulary/compliance-tags.ts';
import { DeliveryMode } from '../../domain/vocabulary/delivery-modes.ts';
import { purposeRuleEditions } from '../../domain/vocabulary/purpose-rules.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { aParty, aSupplier, someFacts } from '../builders/party.ts';
import { anyLevel, anyPairing } from './arbitraries.ts';

const verdictOf = ({ offer, demand, facts }: Pairing): Verdict => judge(offer, demand, facts, defaultWeights);

const strictness: Readonly<Record<Outcome, number>> = { pass: 0, review: 1, fail: 2 };

/** The criteria that a change makes stricter, with what they say before and after. */
function stricterIn(before: Verdict, after: Verdict): readonly string[] {
  return before.criteria.flatMap((one, index) => {
    const other = after.criteria[index];
    if (other === undefined || strictness[other.outcome] <= strictness[one.outcome]) return [];
    return [`${one.criterion}: ${one.outcome} -> ${other.outcome} by ${other.rules.join()}`];
  });
}

const kindsOfEvidence = new Set(['evidence', 'certification', 'licence', 'right', 'mechanism']);
const evidence = complianceTags.filter(({ kind }) => kindsOfEvidence.has(kind)).map(({ id }) => id);
const anyEvidence = fc.constantFrom(...evidence);
const numRuns = 1000;

const anySide = fc.constantFrom('buyer' as const, 'supplier' as const);

type Side = 'buyer' | 'supplier';

const heldBy = (pairing: Pairing, side: Side): readonly Exclude<CarriedTag, string>[] => pairing.facts[side].heldTags;

function holding(pairing: Pairing, side: Side, heldTags: readonly Exclude<CarriedTag, string>[]): Pairing {
  return { ...pairing, facts: { ...pairing.facts, [side]: { ...pairing.facts[side], heldTags: [...heldTags] } } };
}

describe('more evidence never makes a criterion stricter', () => {
  test('on the data', () => {
    fc.assert(
      fc.property(anyPairing, anyEvidence, (pairing, tag) => {
        const offer = { ...pairing.offer, complianceTags: [...pairing.offer.complianceTags, tag] };
        expect(stricterIn(verdictOf(pairing), verdictOf({ ...pairing, offer }))).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('held by a party', () => {
    fc.assert(
      fc.property(anyPairing, anySide, anyEvidence, (pairing, side, tag) => {
        const more = holding(pairing, side, [...heldBy(pairing, side), { tag }]);
        expect(stricterIn(verdictOf(pairing), verdictOf(more))).toEqual([]);
      }),
      { numRuns },
    );
  });
});

describe('a held tag taken away never makes a criterion milder', () => {
  // Two kinds of held tags count against a pair by design: what a party is, and what a row forbids.
  const forbidden = new Set(purposeRuleEditions.flatMap(({ rows }) => rows).flatMap(({ forbid }) => forbid));
  const isBurden = (tag: string): boolean =>
    [...withImplied([tag])].some((id) => tagRow(id)?.kind === 'actor' || forbidden.has(id));

  test('but for what counts against the party', () => {
    fc.assert(
      fc.property(anyPairing, anySide, fc.nat(), (pairing, side, at) => {
        const held = heldBy(pairing, side).filter(({ tag }) => !isBurden(tag));
        const gone = held[at % Math.max(held.length, 1)];
        const kept = heldBy(pairing, side).filter((one) => one !== gone);
        expect(stricterIn(verdictOf(holding(pairing, side, kept)), verdictOf(pairing))).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('and no row forbids evidence', () => {
    expect(evidence.filter(isBurden)).toEqual([]);
  });
});

describe('a raised level of general data', () => {
  test('never adds a buyer, whatever the ways of delivery', () => {
    fc.assert(
      fc.property(
        anyPairing,
        fc.constantFrom(1, 2, 3, 4),
        fc.subarray([...DeliveryMode.options], { minLength: 1 }),
        (pairing, level, modes) => {
          const { offer, demand, facts } = pairing;
          const at = (securityLevel: number): Verdict =>
            verdictOf({
              offer: { ...offer, securityClass: 'general', securityLevel, deliveryModes: modes },
              demand: { ...demand, deliveryModes: modes, maxSecurityLevel: 5 },
              facts: { ...facts, buyer: { ...facts.buyer, clearance: 5 } },
            });
          expect(stricterIn(at(level + 1), at(level))).toEqual([]);
        },
      ),
      { numRuns },
    );
  });

  test('keeps the buyers who match at it among those who match one level below', () => {
    const anyBuyer = fc.record({ maxSecurityLevel: anyLevel, clearance: anyLevel });
    const contract = anOffer({ complianceTags: [...anOffer().complianceTags, 'contract-art12'] });
    const buyersAt = (securityLevel: number, buyers: readonly { maxSecurityLevel: number; clearance: number }[]) =>
      buyers.filter(({ maxSecurityLevel, clearance }) => {
        const facts = someFacts({ buyer: aParty({ clearance }) });
        const pairing = { offer: { ...contract, securityLevel }, demand: aDemand({ maxSecurityLevel }), facts };
        return verdictOf(pairing).outcome === 'matched';
      });
    fc.assert(
      fc.property(fc.array(anyBuyer, { maxLength: 20 }), fc.constantFrom(1, 2, 3, 4), (buyers, level) => {
        expect(buyersAt(level, buyers)).toEqual(expect.arrayContaining(buyersAt(level + 1, buyers)));
      }),
    );
  });
});

describe('what ends, ends by the clock alone', () => {
  const day = 86_400_000;
  const dayAt = (offset: number): string =>
    new Date(Date.parse('2026-11-23T00:00:00.000Z') + offset * day).toISOString().slice(0, 10);
  const anyOffset = fc.integer({ min: 0, max: 2000 });

  const endsOn: readonly [string, (last: string) => Pairing][] = [
    [
      'a certificate that the buyer holds',
      (validUntil) => ({
        offer: anOffer({ recipientTags: ['mlps-3'] }),
        demand: aDemand(),
        facts: someFacts({ buyer: aParty({ heldTags: [{ tag: 'kyc-verified' }, { tag: 'mlps-4', validUntil }] }) }),
      }),
    ],
    [
      'the verification of the buyer',
      (validUntil) => ({
        offer: anOffer(),
        demand: aDemand(),
        facts: someFacts({ buyer: aParty({ heldTags: [{ tag: 'kyc-verified', validUntil }] }) }),
      }),
    ],
    [
      'the verification of the supplier',
      (validUntil) => ({
        offer: anOffer(),
        demand: aDemand(),
        facts: someFacts({ supplier: aSupplier({ heldTags: [{ tag: 'kyc-verified', validUntil }] }) }),
      }),
    ],
    [
      'a right that the supplier holds',
      (validUntil) => ({
        offer: anOffer({ complianceTags: ['non-pi', 'takedown-commitment'] }),
        demand: aDemand(),
        facts: someFacts({
          supplier: aSupplier({
            heldTags: [{ tag: 'kyc-verified' }, { tag: 'data-property-registration', validUntil }],
          }),
        }),
      }),
    ],
    [
      'evidence that the data carries for a rule',
      (validUntil) => ({
        offer: anOffer({ complianceTags: ['non-pi', 'right-operate', { tag: 'takedown-commitment', validUntil }] }),
        demand: aDemand(),
        facts: someFacts(),
      }),
    ],
    [
      'a certificate of the data that the demand requires',
      (validUntil) => ({
        offer: anOffer({ complianceTags: [...anOffer().complianceTags, { tag: 'quality-report', validUntil }] }),
        demand: aDemand({ requiredTags: ['quality-report'] }),
        facts: someFacts(),
      }),
    ],
  ];

  test.each(endsOn)('%s: there on its last day, gone the day after', (_name, pairingUntil) => {
    fc.assert(
      fc.property(anyOffset, (offset) => {
        const pairing = pairingUntil(dayAt(offset));
        const on = (today: string) => verdictOf({ ...pairing, facts: { ...pairing.facts, today } }).outcome;
        expect([on(dayAt(offset)), on(dayAt(offset + 1))]).toEqual(['matched', 'not-matched']);
      }),
    );
  });

  const farOff = Instant.parse('2040-01-01T00:00:00.000Z');
  const instant = (time: number): Instant => Instant.parse(new Date(time).toISOString());
  const term = fc.integer({ min: Date.parse('2026-11-23T08:00:00.001Z'), max: Date.parse('2031-01-01T00:00:00.000Z') });

  test.each([
    [
      'an offer',
      (validUntil: Instant) => ({ offer: anOffer({ validUntil }), demand: aDemand({ validUntil: farOff }) }),
    ],
    [
      'a demand',
      (validUntil: Instant) => ({ offer: anOffer({ validUntil: farOff }), demand: aDemand({ validUntil }) }),
    ],
  ])('%s: open a millisecond before its term, over at it', (_name, listings) => {
    fc.assert(
      fc.property(term, (end) => {
        const pair = listings(instant(end));
        const at = (time: number) => verdictOf({ ...pair, facts: someFacts({ now: instant(time) }) }).outcome;
        expect([at(end - 1), at(end)]).toEqual(['matched', 'not-matched']);
      }),
    );
  });
});
