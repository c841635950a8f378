import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Demand } from '../../domain/demand/demand.ts';
import type { Facts } from '../../domain/matching/facts.ts';
import { judge } from '../../domain/matching/match.ts';
import type { Weights } from '../../domain/matching/weights.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { type DomainRelation, domainRelation } from '../../domain/vocabulary/domain-relations.ts';
import { anyDemand, anyDomain, anyFacts, anyLevel, anyOffer, anyPurpose, anyTag, anyWeights } from './arbitraries.ts';

type Pair = { readonly offer: Offer; readonly demand: Demand; readonly facts: Facts; readonly weights: Weights };

const anyPair: fc.Arbitrary<Pair> = fc.record({
  offer: anyOffer,
  demand: anyDemand,
  facts: anyFacts,
  weights: anyWeights,
});

const scoreOf = ({ offer, demand, facts, weights }: Pair): number => judge(offer, demand, facts, weights).score;

function neverLowers<T>(change: fc.Arbitrary<T>, better: (pair: Pair, change: T) => Pair): void {
  fc.assert(
    fc.property(anyPair, change, (pair, value) => {
      expect(scoreOf(better(pair, value))).toBeGreaterThanOrEqual(scoreOf(pair));
    }),
    { numRuns: 500 },
  );
}

const withOffer = (pair: Pair, fields: Partial<Offer>): Pair => ({ ...pair, offer: { ...pair.offer, ...fields } });
const withBuyer = (pair: Pair, fields: Partial<Facts['buyer']>): Pair => ({
  ...pair,
  facts: { ...pair.facts, buyer: { ...pair.facts.buyer, ...fields } },
});

const fromClosest: readonly DomainRelation[] = ['same', 'narrower', 'broader', 'same-section', 'linked', 'unrelated'];
const distance = (offered: string, demanded: readonly string[]): number =>
  Math.min(...demanded.map((code) => fromClosest.indexOf(domainRelation(offered, code))));

describe('a better value never lowers the score', () => {
  test('a higher clearance', () => {
    neverLowers(anyLevel, (pair, level) => withBuyer(pair, { clearance: Math.max(pair.facts.buyer.clearance, level) }));
  });

  test('a lower security level of the offer', () => {
    neverLowers(anyLevel, (pair, level) =>
      withOffer(pair, { securityLevel: Math.min(pair.offer.securityLevel, level) }),
    );
  });

  test('one more held tag', () => {
    neverLowers(anyTag, (pair, tag) => withBuyer(pair, { heldTags: [...pair.facts.buyer.heldTags, { tag }] }));
  });

  test('one more carried tag', () => {
    neverLowers(anyTag, (pair, tag) => withOffer(pair, { complianceTags: [...pair.offer.complianceTags, tag] }));
  });

  test('one more tag that the demand requires', () => {
    neverLowers(fc.constant(undefined), (pair) =>
      withOffer(pair, { complianceTags: [...pair.offer.complianceTags, ...pair.demand.requiredTags.slice(0, 1)] }),
    );
  });

  test('one more delivery mode that the demand accepts', () => {
    neverLowers(fc.nat(), (pair, index) => {
      const accepted = pair.demand.deliveryModes;
      const added = accepted.slice(index % accepted.length).slice(0, 1);
      return withOffer(pair, { deliveryModes: [...new Set([...pair.offer.deliveryModes, ...added])] });
    });
  });

  test('a delivery mode that both sides add', () => {
    neverLowers(fc.constantFrom('raw' as const, 'api' as const, 'model-only' as const), (pair, mode) => {
      const deliveryModes = [...new Set([...pair.offer.deliveryModes, mode])];
      const demand = { ...pair.demand, deliveryModes: [...new Set([...pair.demand.deliveryModes, mode])] };
      return { ...withOffer(pair, { deliveryModes }), demand };
    });
  });

  test('one more permitted purpose', () => {
    neverLowers(anyPurpose, (pair, purpose) =>
      withOffer(pair, { permittedPurposes: [...new Set([...pair.offer.permittedPurposes, purpose])] }),
    );
  });

  test('a closer domain', () => {
    neverLowers(anyDomain, (pair, domain) => {
      const { domains } = pair.demand;
      return distance(domain, domains) <= distance(pair.offer.domain, domains) ? withOffer(pair, { domain }) : pair;
    });
  });

  test('one more demanded domain', () => {
    neverLowers(anyDomain, (pair, domain) => ({
      ...pair,
      demand: { ...pair.demand, domains: [...new Set([...pair.demand.domains, domain])] },
    }));
  });
});

test('taking a held tag away never turns a failure into a pass', () => {
  fc.assert(
    fc.property(anyPair, fc.nat(), (pair, index) => {
      const held = pair.facts.buyer.heldTags;
      const fewer = withBuyer(pair, { heldTags: held.filter((_, at) => at !== index % Math.max(held.length, 1)) });
      const before = judge(pair.offer, pair.demand, pair.facts, pair.weights);
      const after = judge(fewer.offer, fewer.demand, fewer.facts, fewer.weights);
      if (before.outcome === 'not-matched') expect(after.outcome).toBe('not-matched');
    }),
    { numRuns: 500 },
  );
});
