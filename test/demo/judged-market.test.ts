import { describe, expect, it } from 'vitest';
import { defaultWeights, weightsOn } from '../../domain/matching/weights.ts';
import { judgeMarket, nearMatches } from '../../infra/demo/judged-market.ts';
import { loadMarket } from '../../infra/demo/market.ts';
import { now, today } from '../builders/moment.ts';
import { unlikeZones } from '../unlike-zones.ts';
import { postedMarket } from './posted-market.ts';

const market = postedMarket(await loadMarket());
const pairs = judgeMarket(market, { now, today }, defaultWeights);
const by = (outcome: string) => pairs.filter(({ verdict }) => verdict.outcome === outcome);

describe('judging the whole demo market', () => {
  it('finds matches in plenty, and not everywhere', () => {
    expect(pairs).toHaveLength(market.offers.length * market.demands.length);
    expect(by('matched').length).toBeGreaterThanOrEqual(40);
    expect(by('matched').length).toBeLessThanOrEqual(120);
  });

  it('leaves two demands without any offer, and spreads the matches and reviews over the others', () => {
    const matched = new Set(by('matched').map(({ demand }) => demand.id));
    const served = new Set([...matched, ...by('needs-review').map(({ demand }) => demand.id)]);
    expect(market.demands.length - served.size).toBe(2);
    expect(matched.size).toBeGreaterThanOrEqual(market.demands.length / 2);
  });

  it('asks a person about other places, important data and purposes that no rule is about', () => {
    const asked = by('needs-review').flatMap(({ verdict }) =>
      verdict.criteria.filter((one) => one.outcome === 'review'),
    );
    expect(new Set(asked.map(({ reason }) => reason.code))).toEqual(
      new Set(['class-special-approval', 'flow-asks', 'flow-fact-unstated', 'purpose-rule-asks', 'purpose-rule-none']),
    );
    expect(by('needs-review').length).toBeLessThan(by('matched').length);
  });

  it('has pairs that fail by one gate alone, for every way that a market shows', () => {
    const kinds = new Set(nearMatches(pairs, today).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'affiliated-parties',
      'certificate-expired',
      'class-evidence-missing',
      'coverage-other-regions',
      'delivery-modes-differ',
      'domain-unrelated',
      'flow-lacks',
      'level-above-clearance',
      'level-above-demand',
      'price-above',
      'purpose-not-permitted',
      'purpose-rule-lacks',
      'recipient-tags-missing',
      'same-party',
      'tags-missing',
    ]);
  });

  it('counts a certificate as expired from the day after its last', () => {
    const expired = nearMatches(pairs, today).filter(({ kind }) => kind === 'certificate-expired');
    const earlier = judgeMarket(market, { now, today: '2025-06-30' }, defaultWeights);
    const then = new Map(earlier.map((pair) => [`${pair.offer.id} ${pair.demand.id}`, pair.verdict.outcome]));
    expect(expired.length).toBeGreaterThan(0);
    for (const { pair } of expired) expect(then.get(`${pair.offer.id} ${pair.demand.id}`)).not.toBe('not-matched');
  });

  it.each(unlikeZones.map((zone) => [zone.id, weightsOn(zone.weights, today).weights] as const))(
    'scores by the weights of %s, with the same matches',
    (_id, weights) => {
      const outcomes = judgeMarket(market, { now, today }, weights).map(({ verdict }) => verdict.outcome);
      expect(outcomes).toEqual(pairs.map(({ verdict }) => verdict.outcome));
    },
  );
});
