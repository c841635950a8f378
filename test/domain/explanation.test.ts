import { describe, expect, test } from 'vitest';
import { type Asker, explainedCriteria } from '../../domain/explanation/explanation.ts';
import type { Facts } from '../../domain/matching/facts.ts';
import { judge } from '../../domain/matching/match.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { aParty, someFacts } from '../builders/party.ts';

const explained = (asker: Asker, offer: Partial<Offer> = {}, facts: Partial<Facts> = {}) =>
  explainedCriteria(judge(anOffer(offer), aDemand(), someFacts(facts), defaultWeights), asker);

const withheldFrom = (asker: Asker, offer: Partial<Offer> = {}, facts: Partial<Facts> = {}) =>
  explained(asker, offer, facts)
    .filter((one) => !('reason' in one))
    .map(({ criterion }) => criterion);

const operator: Asker = { as: 'operator' };
const buyer: Asker = { as: 'buyer', isOtherUnchanged: true };
const supplier: Asker = { as: 'supplier', isOtherUnchanged: true };

const uncleared = { buyer: aParty({ clearance: 1, heldTags: [] }) };
const strict: Partial<Offer> = { securityLevel: 3, recipientTags: ['mlps-3'] };

describe('what is told of why a pair does not match', () => {
  test('to the operator and to the buyer: all', () => {
    for (const asker of [operator, buyer]) expect(withheldFrom(asker, strict, uncleared)).toEqual([]);
  });

  test('to the supplier: not what rests on what the buyer is, holds or is cleared for', () => {
    expect(withheldFrom(supplier, strict, uncleared)).toEqual([
      'due-diligence',
      'security-level',
      'recipient-tags',
      'purpose-rules',
    ]);
    expect(JSON.stringify(explained(supplier, strict, uncleared))).not.toMatch(/clear|mlps|kyc/i);
  });

  test('to the supplier: a level above the maximum that the demand names', () => {
    expect(withheldFrom(supplier, { securityLevel: 5 }, { buyer: aParty({ clearance: 5 }) })).not.toContain(
      'security-level',
    );
  });

  test('to the supplier: whatever passes', () => {
    expect(withheldFrom(supplier)).toEqual([]);
  });

  test('of a listing that has changed since: which gate says what, and whether both are open', () => {
    for (const as of ['buyer', 'supplier'] as const) {
      const told = explained({ as, isOtherUnchanged: false }, { domain: '85', title: 'Changed' });
      const open = told.filter((one) => 'reason' in one).map(({ criterion }) => criterion);
      expect(open).toEqual(['in-force']);
      expect(told.find(({ criterion }) => criterion === 'domain')).toMatchObject({ outcome: 'fail' });
      expect(JSON.stringify(told)).not.toMatch(/85|Education|教育/);
    }
  });
});
