import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../domain/matching/judgement.ts';
import { sentence } from '../../domain/matching/reasons.ts';
import { remedyOf } from '../../domain/matching/remedies.ts';
import { weightsOn } from '../../domain/matching/weights.ts';
import { judgeMarket } from '../../infra/demo/judged-market.ts';
import { loadMarket } from '../../infra/demo/market.ts';
import type { Zone } from '../../infra/zones/zone.ts';
import { now, today } from '../builders/moment.ts';
import { postedMarket } from '../demo/posted-market.ts';
import { unlikeZones } from '../unlike-zones.ts';
import { match, needed } from './spawned.ts';

const [beijing = expect.fail('there is no zone')] = unlikeZones;
const market = await loadMarket();
const posted = postedMarket(market);

/** The market in the two forms that a line may have: as on record, and as posted with ids beside it. */
const forms = {
  stored: {
    'offers.jsonl': posted.offers,
    'demands.jsonl': posted.demands,
    'orgs.jsonl': posted.organizations,
  },
  posted: {
    'offers.jsonl': posted.offers.map(({ id, organizationId }, index) => ({
      ...market.offers[index]?.listing,
      id,
      organizationId,
    })),
    'demands.jsonl': posted.demands.map(({ id, organizationId }, index) => ({
      ...market.demands[index]?.listing,
      id,
      organizationId,
    })),
    'orgs.jsonl': market.organizations.map(({ id, organization }) => ({ ...organization, id })),
  },
};

const printed = ({ outcome, score, criteria, rulebook }: Verdict, zone: Zone) => ({
  outcome,
  score,
  rulebook: `${rulebook} weights@${weightsOn(zone.weights, today).version}`,
  criteria: criteria.map((one) => ({
    ...one,
    reason: { ...one.reason, zh: sentence(one.reason, 'zh-CN'), en: sentence(one.reason, 'en') },
    sources: expect.any(Array),
  })),
});

const cases = unlikeZones.flatMap((zone) => (['stored', 'posted'] as const).map((form) => ({ zone, form })));

describe('the dry run over the demo market', () => {
  it.each(cases)('says of every pair what the judge says: $zone.id, $form', async ({ zone, form }) => {
    const { code, pairs } = await match(forms[form], [...needed, '--zone', zone.id, '--all']);
    const said = new Map(pairs.map(({ offerId, demandId, ...verdict }) => [`${offerId} ${demandId}`, verdict]));
    const judged = judgeMarket(posted, { now, today }, weightsOn(zone.weights, today).weights);
    expect(code).toBe(0);
    expect(said.size).toBe(judged.length);
    expect(pairs).toHaveLength(judged.length);
    for (const { offer, demand, verdict } of judged) {
      expect(said.get(`${offer.id} ${demand.id}`)).toEqual(printed(verdict, zone));
    }
  });

  it('without --all leaves out what is not matched, and nothing else', async () => {
    const judged = judgeMarket(posted, { now, today }, weightsOn(beijing.weights, today).weights);
    const wanted = judged.filter(({ verdict }) => verdict.outcome !== 'not-matched');
    const { pairs, stderr } = await match(forms.stored, needed);
    const ids = (one: readonly string[]) => [...one].sort();
    expect(ids(pairs.map(({ offerId, demandId }) => `${offerId} ${demandId}`))).toEqual(
      ids(wanted.map(({ offer, demand }) => `${offer.id} ${demand.id}`)),
    );
    const count = (outcome: string) => judged.filter(({ verdict }) => verdict.outcome === outcome).length;
    expect(stderr).toContain(
      `Judged: ${judged.length} pairs: ${count('matched')} matched, ${count('needs-review')} needs-review, ${count('not-matched')} not-matched.`,
    );
  });

  it('with --top 2 keeps the two best of what the whole run writes for each demand', async () => {
    const whole = await match(forms.stored, needed);
    const { pairs } = await match(forms.stored, [...needed, '--top', '2']);
    const best = posted.demands.flatMap(({ id }) =>
      whole.pairs
        .filter(({ demandId }) => demandId === id)
        .sort((one, other) => other.score - one.score || (one.offerId < other.offerId ? -1 : 1))
        .slice(0, 2),
    );
    expect(best.length).toBeGreaterThan(20);
    expect(pairs).toEqual(best);
  });
});

describe('near matches of the demo market', () => {
  it('are those that the rules find a remedy for, each with it, and the summary counts them', async () => {
    const { pairs, stderr, code } = await match(forms.stored, [...needed, '--near']);
    const { weights } = weightsOn(beijing.weights, today);
    const expected = judgeMarket(posted, { now, today }, weights).flatMap(({ offer, demand, facts }) => {
      const remedy = remedyOf({ offer, demand, facts }, weights);
      return remedy ? [[`${offer.id} ${demand.id}`, remedy] as const] : [];
    });
    const told = pairs.flatMap(({ offerId, demandId, remedy }) => (remedy ? [[`${offerId} ${demandId}`, remedy]] : []));
    expect(expected.length).toBeGreaterThan(20);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected));
    expect(pairs.every(({ outcome, remedy }) => outcome !== 'not-matched' || remedy)).toBe(true);
    expect(stderr).toContain(`Near: ${expected.length} pairs could be mended`);
    expect(stderr).toMatch(/By the supplier, \d+ remedies:\n {2}\d+: add to the data: /);
    expect(code).toBe(0);
  });

  it('stand behind what matches where only the best are kept', async () => {
    const { pairs } = await match(forms.stored, [...needed, '--near', '--top', '3']);
    const outcomes = Map.groupBy(pairs, ({ demandId }) => demandId);
    expect(pairs.some(({ outcome }) => outcome === 'not-matched')).toBe(true);
    for (const [, kept] of outcomes) {
      const misses = kept.map(({ outcome }) => outcome === 'not-matched');
      expect(misses).toEqual(misses.toSorted());
    }
  });
});
