import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sumOfMetric } from '../../infra/local/control/client.ts';
import { demandBody, mapTags, offerBody } from './listings.ts';
import { ZoneUnderTest } from './zone.ts';

const Items = z.object({ items: z.array(z.looseObject({ id: z.string(), score: z.number(), status: z.string() })) });
const Detail = z.looseObject({
  score: z.number(),
  criteria: z.array(
    z.object({
      criterion: z.string(),
      outcome: z.string(),
      score: z.number().nullable(),
      weight: z.number(),
      reason: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }),
      sentence: z.object({ 'zh-CN': z.string().min(1), en: z.string().min(1) }),
    }),
  ),
});
const Bus = z.object({ events: z.array(z.looseObject({ DetailType: z.string(), Detail: z.string() })) });

let zone: ZoneUnderTest;
let offerId: string;

const matchesOf = async (organization: string, query = '') =>
  Items.parse((await zone.call(`/v1/matches${query}`, { as: organization })).body).items;
const mailsTo = async (address: string) =>
  (await zone.mails()).filter((mail) => mail.to.some((to) => to.address === address));

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  await zone.verify('org-insurer', { heldTags: [{ tag: 'mlps-3', validUntil: '2030-12-31' }] });
  await zone.verify('org-transit');
});
afterAll(() => zone?.zone.stop());

describe('an offer in, a mail out', () => {
  it('matches a demand and an offer posted at the same instant, for both sides', async () => {
    const [offer] = await Promise.all([
      zone.post('/v1/offers', 'org-transit', offerBody({ recipientTags: ['mlps-2'] })),
      zone.post('/v1/demands', 'org-insurer', demandBody()),
    ]);
    offerId = offer;
    await zone.settle();
    const [asBuyer, asSupplier] = await Promise.all([matchesOf('org-insurer'), matchesOf('org-transit')]);
    expect(asBuyer).toHaveLength(1);
    expect(asSupplier.map(({ id, score }) => ({ id, score }))).toEqual(asBuyer.map(({ id, score }) => ({ id, score })));
  });

  it('tells every criterion with outcome, score, weight and a sentence in both languages', async () => {
    const [match] = await matchesOf('org-insurer');
    const detail = Detail.parse((await zone.call(`/v1/matches/${match?.id}`, { as: 'org-insurer' })).body);
    expect(detail.criteria).toHaveLength(16);
    expect(detail.criteria.every(({ outcome }) => outcome === 'pass')).toBe(true);
  });

  it('mails the buyer once, in its language, with the reasons and without the supplier', async () => {
    const mails = await mailsTo('org-insurer@example.com');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toContain('Freight flows for risk research');
    for (const part of [mails[0]?.html, mails[0]?.text]) {
      expect(part).toContain('城市货运车辆轨迹统计');
      expect(part).toMatch(/legal advice/);
      expect(part).not.toContain('org-transit');
    }
    expect(await mailsTo('org-transit@example.com')).toEqual([]);
    for (const metric of ['PostToMatch', 'PostToMail', 'MailsSent', 'MatchesOpened'])
      expect(await sumOfMetric(zone.zone.control, metric), metric).toBeGreaterThan(0);
  });

  it('puts a copy of each public event on the bus, with ids alone', async () => {
    const { events } = Bus.parse(await (await fetch(`${zone.zone.control}/bus`)).json());
    const types = events.map(({ DetailType }) => DetailType);
    expect(types.filter((type) => type === 'listing-changed.v1')).toHaveLength(2);
    expect(types.filter((type) => type === 'match-found.v1')).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain('Freight');
  });

  it('mails nobody again when the listing is changed a little', async () => {
    const before = await zone.call(`/v1/offers/${offerId}`, { as: 'org-transit' });
    const answer = await zone.call(`/v1/offers/${offerId}`, {
      method: 'PUT',
      as: 'org-transit',
      headers: { 'if-match': before.headers.get('etag') ?? '' },
      body: offerBody({ recipientTags: ['mlps-2'], keywords: ['freight'] }),
    });
    expect(answer.status).toBe(200);
    await zone.settle();
    expect(await matchesOf('org-insurer')).toHaveLength(1);
    expect(await mailsTo('org-insurer@example.com')).toHaveLength(1);
  });

  it('ends the match when the buyer loses what the offer asks of it, and finds it anew when it has it again', async () => {
    await zone.verify('org-insurer', { heldTags: [] });
    await zone.settle();
    expect(await matchesOf('org-insurer')).toEqual([]);
    expect(await matchesOf('org-transit')).toEqual([]);
    await zone.verify('org-insurer', { heldTags: [{ tag: 'mlps-4', validUntil: '2030-12-31' }] });
    await zone.settle();
    expect(await matchesOf('org-insurer')).toHaveLength(1);
  });

  it('keeps a new text from the other side where a match ended by it', async () => {
    const [match] = await matchesOf('org-insurer');
    const revise = async (fields: Record<string, unknown>) => {
      const before = await zone.call(`/v1/offers/${offerId}`, { as: 'org-transit' });
      const headers = { 'if-match': before.headers.get('etag') ?? '' };
      const body = offerBody({ recipientTags: ['mlps-2'], ...fields });
      await zone.call(`/v1/offers/${offerId}`, { method: 'PUT', as: 'org-transit', headers, body });
      await zone.settle();
    };
    await revise({ title: 'Not for the insurer', domain: '85' });
    const { status, body } = await zone.call(`/v1/matches/${match?.id}`, { as: 'org-insurer' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'ended', offer: { id: offerId, version: 2 } });
    expect(JSON.stringify(body)).not.toMatch(/Not for the insurer|"85"/);
    await revise({});
    expect(await matchesOf('org-insurer')).toHaveLength(1);
  });

  it('ends the match when the offer is withdrawn', async () => {
    expect((await zone.call(`/v1/offers/${offerId}`, { method: 'DELETE', as: 'org-transit' })).status).toBe(204);
    await zone.settle();
    expect(await matchesOf('org-insurer')).toEqual([]);
    const { events } = Bus.parse(await (await fetch(`${zone.zone.control}/bus`)).json());
    expect(events.map(({ DetailType }) => DetailType)).toContain('match-ended.v1');
  });

  it('tells the buyer of each end, once, by the title that it was told', async () => {
    const told = await mailsTo('org-insurer@example.com');
    const endings = told.filter(
      ({ subject }) => subject === '“Freight flows for risk research”: 1 match no longer open',
    );
    // The certificate that went, the new text, the withdrawal.
    expect(endings).toHaveLength(3);
    expect(endings.at(-1)?.text).toContain('城市货运车辆轨迹统计');
    expect(endings.at(-1)?.html).not.toContain('Not for the insurer');
    await zone.nextMorning();
    expect(await mailsTo('org-insurer@example.com')).toHaveLength(told.length);
  });

  it('tells once of what was found and once of what has ended, whether in one mail or two', async () => {
    const post = () => zone.post('/v1/offers', 'org-transit', offerBody({ domain: '54', recipientTags: ['mlps-2'] }));
    const first = await post();
    await zone.settle();
    const before = await mailsTo('org-insurer@example.com');
    const [second] = await Promise.all([
      post(),
      zone.call(`/v1/offers/${first}`, { method: 'DELETE', as: 'org-transit' }),
    ]);
    await zone.settle();
    const mails = (await mailsTo('org-insurer@example.com')).slice(before.length);
    expect(mails.filter(({ subject }) => subject.endsWith('has 1 new matching offer'))).toHaveLength(1);
    expect(mails.filter(({ text = '' }) => /no longer open/i.test(text))).toHaveLength(1);
    await zone.call(`/v1/offers/${second}`, { method: 'DELETE', as: 'org-transit' });
    await zone.settle();
  });

  it('keeps what a person must decide from both sides, shows it to the operator and mails nobody', async () => {
    await zone.verify('org-hk', { jurisdiction: 'HK' });
    await zone.post(
      '/v1/offers',
      'org-transit',
      offerBody({ title: 'Stays in review', domain: '83', complianceTags: mapTags }),
    );
    await zone.post('/v1/demands', 'org-hk', demandBody({ domains: ['83'], jurisdiction: 'HK' }));
    await zone.settle();
    expect(await matchesOf('org-hk')).toEqual([]);
    expect(await matchesOf('org-transit')).toEqual([]);
    expect(await mailsTo('org-hk@example.com')).toEqual([]);
    const reviews = Items.parse((await zone.call('/v1/reviews', { as: 'zone', scope: 'operator' })).body).items;
    expect(reviews).toHaveLength(1);
    for (const side of ['org-hk', 'org-transit']) {
      expect((await zone.call(`/v1/matches/${reviews[0]?.id}`, { as: side })).status).toBe(404);
    }
  });

  it('mails a buyer who wants one mail a day at the hour of its organization, and then once', async () => {
    await zone.verify('org-daily');
    await zone.post('/v1/offers', 'org-transit', offerBody({ domain: '01', title: 'For the daily mail' }));
    await zone.post('/v1/demands', 'org-daily', demandBody({ domains: ['01'], notify: { mode: 'daily' } }));
    await zone.settle();
    expect(await mailsTo('org-daily@example.com')).toEqual([]);
    for (const _ of ['first run', 'second run']) await zone.nextMorning();
    expect(await mailsTo('org-daily@example.com')).toHaveLength(1);
  });

  it('mails no contact that is not confirmed, but for the invitation to be one', async () => {
    await zone.verify('org-unconfirmed', {
      contacts: [{ email: 'org-unconfirmed@example.com', locale: 'en', confirmed: false }],
    });
    await zone.post('/v1/demands', 'org-unconfirmed', demandBody({ domains: ['01'] }));
    await zone.settle();
    expect(await matchesOf('org-unconfirmed')).toHaveLength(1);
    const mails = await mailsTo('org-unconfirmed@example.com');
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('Please confirm')]);
  });

  it('logs ids, and neither titles nor addresses nor tokens', async () => {
    const logs = zone.logs.join('\n');
    expect(logs).toContain(offerId);
    expect(logs).not.toContain('Freight flows');
    expect(logs).not.toContain('@example.com');
    expect(logs).not.toContain(await zone.token('org-transit'));
  });
});
