import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OrganizationId } from '../../domain/ids.ts';
import { criteria } from '../../domain/matching/criteria.ts';
import type { Facts } from '../../domain/matching/facts.ts';
import { CriterionId, JudgedCriterion } from '../../domain/matching/judgement.ts';
import { judge } from '../../domain/matching/match.ts';
import { PartyMismatch } from '../../domain/matching/party-mismatch.ts';
import { defaultWeights, ScoredCriterion, Weights } from '../../domain/matching/weights.ts';
import { Instant } from '../../domain/time.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { aParty, aSupplier, someFacts } from '../builders/party.ts';
import { anyDemand, anyFacts, anyLevel, anyOffer, anyWeights } from './arbitraries.ts';
import { expectReadable } from './readable.ts';

describe('a verdict', () => {
  test('has every criterion once, in the order of the list, as a row can be stored', () => {
    fc.assert(
      fc.property(anyOffer, anyDemand, anyFacts, anyWeights, (offer, demand, facts, weights) => {
        const verdict = judge(offer, demand, facts, weights);
        expect(verdict.criteria.map((judged) => judged.criterion)).toEqual(CriterionId.options);
        expect(JudgedCriterion.array().parse(verdict.criteria)).toEqual(verdict.criteria);
        expect(verdict.score).toBeGreaterThanOrEqual(0);
        expect(verdict.score).toBeLessThanOrEqual(100);
        expect(Number.isInteger(verdict.score)).toBe(true);
      }),
    );
  });

  test('scores exactly the criteria that weights name, and a failed one with 0', () => {
    fc.assert(
      fc.property(anyOffer, anyDemand, anyFacts, (offer, demand, facts) => {
        for (const judged of judge(offer, demand, facts, defaultWeights).criteria) {
          const scored = ScoredCriterion.safeParse(judged.criterion).success;
          expect(judged.score !== null).toBe(scored);
          expect(judged.weight > 0).toBe(scored);
          if (scored && judged.outcome === 'fail') expect(judged.score).toBe(0);
        }
      }),
    );
  });

  test('is the worst of its outcomes', () => {
    fc.assert(
      fc.property(anyOffer, anyDemand, anyFacts, (offer, demand, facts) => {
        const verdict = judge(offer, demand, facts, defaultWeights);
        const outcomes = new Set(verdict.criteria.map((judged) => judged.outcome));
        const worst = outcomes.has('fail') ? 'not-matched' : outcomes.has('review') ? 'needs-review' : 'matched';
        expect(verdict.outcome).toBe(worst);
      }),
    );
  });

  test('is the same each time, and leaves what it was given as it was', () => {
    fc.assert(
      fc.property(anyOffer, anyDemand, anyFacts, anyWeights, (offer, demand, facts, weights) => {
        const before = structuredClone({ offer, demand, facts, weights });
        const first = judge(offer, demand, facts, weights);
        expect(judge(before.offer, before.demand, before.facts, before.weights)).toEqual(first);
        expect({ offer, demand, facts, weights }).toEqual(before);
      }),
    );
  });

  test('does not depend on the order in which either side lists things', () => {
    fc.assert(
      fc.property(anyOffer, anyDemand, anyFacts, (offer, demand, facts) => {
        const turned = judge(
          {
            ...offer,
            deliveryModes: offer.deliveryModes.toReversed(),
            complianceTags: offer.complianceTags.toReversed(),
          },
          { ...demand, domains: demand.domains.toReversed(), requiredTags: demand.requiredTags.toReversed() },
          { ...facts, buyer: { ...facts.buyer, heldTags: facts.buyer.heldTags.toReversed() } },
          defaultWeights,
        );
        const straight = judge(offer, demand, facts, defaultWeights);
        expect([turned.outcome, turned.score]).toEqual([straight.outcome, straight.score]);
      }),
    );
  });

  test('is the same whether found from the offer or from the demand', () => {
    fc.assert(
      fc.property(
        fc.array(anyOffer, { maxLength: 4 }),
        fc.array(anyDemand, { maxLength: 4 }),
        anyFacts,
        (offers, demands, facts) => {
          const fromOffers = offers.flatMap((offer) =>
            demands.map((demand) => judge(offer, demand, facts, defaultWeights)),
          );
          const fromDemands = demands.map((demand) =>
            offers.map((offer) => judge(offer, demand, facts, defaultWeights)),
          );
          expect(fromOffers).toEqual(offers.flatMap((_, index) => fromDemands.map((row) => row[index])));
        },
      ),
    );
  });

  test('changes by the clock alone when a term ends', () => {
    const offer = anOffer({ validUntil: Instant.parse('2026-12-01T00:00:00.000Z') });
    const at = (now: string) => judge(offer, aDemand(), someFacts({ now: Instant.parse(now) }), defaultWeights).outcome;
    expect(at('2026-11-30T23:59:59.999Z')).toBe('matched');
    expect(at('2026-12-01T00:00:00.000Z')).toBe('not-matched');
  });

  test('changes by the calendar alone when a held tag ends', () => {
    const offer = anOffer({ recipientTags: ['mlps-3'] });
    const buyer = aParty({ heldTags: [...aParty().heldTags, { tag: 'mlps-3', validUntil: '2026-11-30' }] });
    const on = (today: string) => judge(offer, aDemand(), someFacts({ today, buyer }), defaultWeights).outcome;
    expect(on('2026-11-30')).toBe('matched');
    expect(on('2026-12-01')).toBe('not-matched');
  });

  test('names nothing as missing where nothing is', () => {
    for (const { missing, choices } of judge(anOffer(), aDemand(), someFacts(), defaultWeights).criteria) {
      expect([...missing, ...choices]).toEqual([]);
    }
  });

  test('is refused for the facts of another organization', () => {
    const stranger = OrganizationId.parse('org-stranger');
    const swapped = { buyer: aSupplier(), supplier: aParty() };
    expect(() => judge(anOffer(), aDemand(), someFacts(swapped), defaultWeights)).toThrow(PartyMismatch);
    const supplier = aSupplier({ id: stranger });
    const refused = (facts: Partial<Facts>) => () => judge(anOffer(), aDemand(), someFacts(facts), defaultWeights);
    const about = { name: 'PartyMismatch', organizationId: stranger };
    expect(refused({ supplier })).toThrow(
      expect.objectContaining({ ...about, side: 'supplier', listingId: anOffer().id }),
    );
    const buyer = aParty({ id: stranger });
    expect(refused({ buyer })).toThrow(expect.objectContaining({ ...about, side: 'buyer', listingId: aDemand().id }));
    expect(() => judge(anOffer(), aDemand(), someFacts({ buyer }), defaultWeights)).toThrow(
      'org-stranger did not post',
    );
  });
});

describe('what a verdict tells the other side', () => {
  test('the reason is the same for every clearance that has the same outcome', () => {
    fc.assert(
      fc.property(anyOffer, anyDemand, anyFacts, anyLevel, (offer, demand, facts, clearance) => {
        const reasons = (buyer: typeof facts.buyer) =>
          judge(offer, demand, { ...facts, buyer }, defaultWeights).criteria;
        const other = reasons({ ...facts.buyer, clearance });
        reasons(facts.buyer).forEach((judged, index) => {
          if (judged.outcome === other[index]?.outcome) expect(judged.reason).toEqual(other[index].reason);
        });
      }),
    );
  });

  test('of held tags only what the offer itself asks for', () => {
    fc.assert(
      fc.property(anyOffer, anyDemand, anyFacts, (offer, demand, facts) => {
        const judged = judge(offer, demand, facts, defaultWeights).criteria.find(
          (one) => one.criterion === 'recipient-tags',
        );
        for (const told of Object.values(judged?.reason.facts ?? {}).flat())
          expect(offer.recipientTags).toContain(told);
      }),
    );
  });

  test('no organization, title or budget', () => {
    fc.assert(
      fc.property(anyOffer, anyDemand, anyFacts, (offer, demand, facts) => {
        const rich = { ...demand, budget: { amount: 987_654_321, currency: 'CNY' } };
        const told = JSON.stringify(judge(offer, rich, facts, defaultWeights));
        for (const secret of ['org-', offer.title, demand.title, '987654321']) expect(told).not.toContain(secret);
      }),
    );
  });
});

test('every reason reads as a sentence in both languages, without ids', () => {
  fc.assert(
    fc.property(anyOffer, anyDemand, anyFacts, (offer, demand, facts) => {
      for (const { reason } of judge(offer, demand, facts, defaultWeights).criteria) expectReadable(reason);
    }),
    { numRuns: 300 },
  );
});

describe('weights', () => {
  const nothing = Object.fromEntries(ScoredCriterion.options.map((id) => [id, 0]));
  test('the default ones are good and name the scored criteria', () => {
    expect(Weights.parse(defaultWeights)).toEqual(defaultWeights);
    expect(criteria.map((criterion) => criterion.id).filter((id) => ScoredCriterion.safeParse(id).success)).toEqual(
      Object.keys(defaultWeights),
    );
  });

  test.each([
    ['all of them 0', nothing],
    ['one of them negative', { ...defaultWeights, purpose: -1 }],
    ['one of them above 1000', { ...defaultWeights, purpose: 1001 }],
    ['one of them not a number', { ...defaultWeights, purpose: Number.NaN }],
    ['one of them missing', { domain: 1 }],
    ['a criterion that gives no score', { ...defaultWeights, jurisdiction: 1 }],
  ])('are refused with %s', (_, weights) => {
    expect(Weights.safeParse(weights).success).toBe(false);
  });

  test('are good from 0 to 1000 where one of them is above 0', () => {
    expect(Weights.safeParse({ ...nothing, purpose: 1000 }).success).toBe(true);
  });
});
