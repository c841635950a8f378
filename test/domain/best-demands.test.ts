import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DemandId, OrganizationId } from '../../domain/ids.ts';
import { DayJudge } from '../../domain/matching/compiled/day-judge.ts';
import { DemandSearch, type Found } from '../../domain/matching/index/best-demands.ts';
import { DemandIndex } from '../../domain/matching/index/demand-index.ts';
import type { AskedBy } from '../../domain/matching/index/demand-rows.ts';
import { judge } from '../../domain/matching/match.ts';
import type { Pairing } from '../../domain/matching/remedies.ts';
import { defaultWeights, type Weights } from '../../domain/matching/weights.ts';
import { rulebookOn } from '../../domain/rulebook/rulebook.ts';
import { Instant } from '../../domain/time.ts';
import { type BenchOffer, benchNow, benchToday, makeBenchMarket } from '../../infra/bench/market.ts';
import { objectScan } from '../../infra/bench/object-scan.ts';
import { anyPairing, anyWeights } from './arbitraries.ts';
import { caseFiles, pairingOf } from './case.ts';

const bestFirst = (one: Found, other: Found): number => other.score - one.score || (one.id < other.id ? -1 : 1);

type Asked = { readonly offer: BenchOffer; readonly facts: Pairing['facts']; readonly weights: Weights };

/** The best by the readable criteria: everything judged, everything sorted. */
function readableBest(demands: readonly AskedBy[], { offer, facts, weights }: Asked, most: number): readonly Found[] {
  return demands
    .flatMap(({ demand, buyer }) => {
      const { outcome, score } = judge(offer, demand, { ...facts, buyer }, weights);
      return outcome === 'matched' ? [{ id: demand.id, score }] : [];
    })
    .sort(bestFirst)
    .slice(0, most);
}

function indexedBest(demands: readonly AskedBy[], { offer, facts, weights }: Asked, most: number) {
  const { today, usesNegativeLists = false, rulebook = rulebookOn(today) } = facts;
  const search = new DemandSearch(
    DemandIndex.of(demands),
    DayJudge.of({ today, usesNegativeLists, rulebook }),
    weights,
  );
  return search.best(offer, facts.supplier, facts.now, most);
}

const matching = caseFiles
  .flatMap(({ cases }) => cases.map(pairingOf))
  .filter(({ offer, demand, facts }) => judge(offer, demand, facts, defaultWeights).outcome === 'matched');

/** One offer of a case and demands near it, many of which it matches, some with terms that no vocabulary has. */
const anyMarket = fc
  .record({
    base: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...matching) }, { weight: 1, arbitrary: anyPairing }),
    changed: fc.array(
      fc.record({
        pairing: anyPairing,
        isOwn: fc.constantFrom(true, true, true, false),
        level: fc.constantFrom(2, 3, 4, 5, 5),
        domains: fc.option(fc.uniqueArray(fc.constantFrom('54', '55', 'G', 'J', '66'), { minLength: 1 }), { freq: 3 }),
        preferredTags: fc.subarray(['mlps-3', 'iso-27001', 'odd-tag', 'quality-report']),
        requiredTags: fc.option(fc.subarray(['non-pi', 'odd-tag', 'right-operate']), { freq: 1 }),
        budget: fc.option(fc.record({ amount: fc.nat(1000), currency: fc.constantFrom('CNY', 'HKD') })),
        status: fc.constantFrom('listed' as const, 'listed' as const, 'listed' as const, 'suspended' as const),
        validUntil: fc.constantFrom(
          '1969-12-31T23:59:59.999Z',
          '2026-11-23T07:59:59.999Z',
          '2026-11-23T08:00:00.000Z',
          '2026-11-23T08:00:00.001Z',
          '2027-03-01T10:20:30.456Z',
          '9999-12-31T23:59:59.999Z',
        ),
      }),
      { minLength: 5, maxLength: 30 },
    ),
  })
  .map(({ base, changed }) => {
    const demands = changed.map(({ pairing, isOwn, level, domains, requiredTags, budget, ...more }, at): AskedBy => {
      const id = OrganizationId.parse(`org-${at % 7}`);
      const from = isOwn ? base : pairing;
      const demand = {
        ...from.demand,
        id: DemandId.parse(`demand-${((at * 7919) % 9973).toString(16).padStart(32, 'a')}`),
        organizationId: id,
        maxSecurityLevel: level,
        preferredTags: more.preferredTags,
        status: more.status,
        validUntil: Instant.parse(more.validUntil),
        ...(domains && { domains }),
        ...(requiredTags && { requiredTags }),
        ...(budget && { budget }),
      };
      return { demand, buyer: { ...base.facts.buyer, id } };
    });
    return { base, demands };
  });

describe('the best demands of an offer', () => {
  it('are those that the readable criteria find and sort, with the same scores, by any weights', () => {
    let found = 0;
    fc.assert(
      fc.property(anyMarket, anyWeights, fc.constantFrom(1, 3, 100), ({ base, demands }, weights, most) => {
        const asked = { offer: base.offer, facts: base.facts, weights };
        const best = indexedBest(demands, asked, most);
        if (best === undefined) return;
        expect(best).toEqual(readableBest(demands, asked, most));
        found += best.length;
      }),
      { numRuns: 120 },
    );
    expect(found).toBeGreaterThan(200);
  });

  it('are the same in a market with Zipf-skewed domains, tags and purposes, and found by a plain scan too', () => {
    const market = makeBenchMarket({ demands: 1000, offers: 16, seed: 11 });
    const partyOf = (id: OrganizationId) => market.parties.get(id) ?? expect.fail(`no party ${id}`);
    const demands = market.demands.map((demand) => ({ demand, buyer: partyOf(demand.organizationId) }));
    const rulebook = rulebookOn(benchToday);
    const day = DayJudge.of({ today: benchToday, usesNegativeLists: false, rulebook });
    const search = new DemandSearch(DemandIndex.of(demands), day, defaultWeights);
    let found = 0;
    for (const offer of market.offers) {
      const supplier = partyOf(offer.organizationId);
      const facts = { now: benchNow, today: benchToday, rulebook, supplier, buyer: supplier };
      const readable = readableBest(demands, { offer, facts, weights: defaultWeights }, 100);
      expect(search.best(offer, supplier, benchNow, 100)).toEqual(readable);
      const at = { now: benchNow, today: benchToday, weights: defaultWeights, most: 100 };
      expect(objectScan(market, offer, day, at)).toEqual(readable);
      found += readable.length;
    }
    expect(found).toBeGreaterThan(150);
  });

  it('are found among demands that come one by one, more than there was room for at first', () => {
    const { demands, offers, parties } = makeBenchMarket({ demands: 3000, offers: 8, seed: 5 });
    const partyOf = (id: OrganizationId) => parties.get(id) ?? expect.fail(`no party ${id}`);
    const asked = demands.map((demand) => ({ demand, buyer: partyOf(demand.organizationId) }));
    const rulebook = rulebookOn(benchToday);
    const day = DayJudge.of({ today: benchToday, usesNegativeLists: false, rulebook });
    const [whole, grown] = [asked, asked.values()].map(
      (given) => new DemandSearch(DemandIndex.of(given), day, defaultWeights),
    );
    const found = offers.map((offer) => grown?.best(offer, partyOf(offer.organizationId), benchNow, 100));
    expect(found).toEqual(offers.map((offer) => whole?.best(offer, partyOf(offer.organizationId), benchNow, 100)));
    expect(found.flatMap((few) => few ?? []).length).toBeGreaterThan(100);
    const [offer] = offers;
    if (!offer) expect.fail('no offer');
    expect(whole?.best(offer, partyOf(offer.organizationId), benchNow, 0)).toEqual([]);
  });

  it('are left to the criteria where the offer has a term that the vocabulary does not have', () => {
    const { offers, parties } = makeBenchMarket({ demands: 10, offers: 1, seed: 1 });
    const [offer] = offers;
    const supplier = offer && parties.get(offer.organizationId);
    if (!offer || !supplier) expect.fail('no offer');
    const odd = { ...offer, complianceTags: ['no-such-tag'] };
    const facts = { now: benchNow, today: benchToday, supplier, buyer: supplier };
    expect(indexedBest([], { offer: odd, facts, weights: defaultWeights }, 10)).toBeUndefined();
  });
});
