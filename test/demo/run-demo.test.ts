import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultWeights, type WeightsEditions } from '../../domain/matching/weights.ts';
import { makeZoneClient } from '../../infra/demo/client.ts';
import { loadMarket, type Market } from '../../infra/demo/market.ts';
import { makeProgress } from '../../infra/demo/progress.ts';
import { summaryLine } from '../../infra/demo/report.ts';
import { runDemo } from '../../infra/demo/run-demo.ts';
import { now } from '../builders/moment.ts';
import { FakeZone } from './fake-zone.ts';

const whole = await loadMarket();
const of = (...ids: string[]): Market => ({
  organizations: whole.organizations.filter(({ id }) => ids.includes(id)),
  offers: whole.offers.filter(({ organization }) => ids.includes(organization)),
  demands: whole.demands.filter(({ organization }) => ids.includes(organization)),
});
const market = of('org-city-ops', 'org-weather', 'org-agri', 'org-hk-research', 'org-autodrive', 'org-bj-transit');
const progress = makeProgress({ write: () => undefined });

let fake: FakeZone;
let addresses: Awaited<ReturnType<FakeZone['start']>>;
beforeEach(async () => {
  fake = new FakeZone();
  addresses = await fake.start();
});
afterEach(() => fake.stop());

function demo(posted: Market = market, idle = true) {
  const zone = {
    mailbox: addresses.mailbox,
    control: addresses.api,
    timeZone: 'Asia/Shanghai',
    weights,
    usesNegativeLists: false,
  };
  return runDemo({ ...zone, idle: async () => idle }, makeZoneClient(addresses), posted, progress, () => now);
}

const weights: WeightsEditions = [{ version: 'test', effectiveFrom: '2026-01-01', weights: defaultWeights }];

describe('a run of the demo', () => {
  it('verifies as the operator and posts as each member, every post under its own key', async () => {
    await demo();
    const puts = fake.calls.filter(({ method }) => method === 'PUT');
    expect(puts.map(({ as }) => as)).toEqual(market.organizations.map(() => 'operator:zone-operator'));
    const posts = fake.calls.filter(({ method }) => method === 'POST');
    const keys = posts.map(({ key }) => key);
    expect(new Set(keys).size).toBe(market.offers.length + market.demands.length);
    expect(keys).not.toContain(undefined);
    expect(posts.every(({ as }) => as.startsWith('member:org-'))).toBe(true);
  });

  it('reads every page of everyone, counts a match once and agrees with its own judgement', async () => {
    const findings = await demo();
    expect(findings.record.offers).toHaveLength(market.offers.length);
    expect(findings.check.differences).toEqual([]);
    expect(findings.check.onRecord).toBe(findings.record.matches.length + findings.record.reviews.length);
    expect(findings.record.reviews.length).toBeGreaterThan(0);
    expect(findings.best).toHaveLength(12);
    const { matches } = findings.record;
    expect(matches.map(({ score }) => score)).toEqual(matches.map(({ score }) => score).sort((a, b) => b - a));
    expect(summaryLine(findings)).toMatch(/^demo: \d+ offers, \d+ demands, \d+ matches, \d+ needs-review, 1 mails$/);
  });

  it('notices that the zone has forgotten a match', async () => {
    fake.forgotten = 1;
    expect((await demo()).check.differences.length).toBeGreaterThan(0);
  });

  it('fails with a sentence where nothing was matched', async () => {
    await expect(demo(of('org-telecom', 'org-bank'))).rejects.toThrow('no match at all');
  });

  it('fails with a sentence where the zone does not come to rest', async () => {
    await expect(demo(market, false)).rejects.toThrow('still busy after 300 seconds, with streams.');
  });

  it('says a problem as a sentence, with its fields', async () => {
    const errors = [{ pointer: '/title', code: 'too-long', detail: 'Too long.' }];
    fake.refusal = { status: 422, body: { title: 'Some fields are wrong', detail: 'Mend them.', errors } };
    await expect(demo()).rejects.toThrow(
      /PUT \/v1\/organizations\/\S+ by zone-operator .* 422: Some fields are wrong \| Mend them. \| \/title Too long\./,
    );
  });

  it('says where nobody answers', async () => {
    await fake.stop();
    await expect(demo()).rejects.toThrow(/There is no answer from http/);
    await fake.start();
  });
});
