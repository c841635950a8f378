import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { demandBody, offerBody } from './listings.ts';
import { ZoneUnderTest } from './zone.ts';

const Items = z.object({ items: z.array(z.looseObject({ id: z.string(), status: z.string() })) });
const Bus = z.object({ events: z.array(z.looseObject({ DetailType: z.string(), Detail: z.string() })) });
const Suspended = z.looseObject({ suspension: z.strictObject({ note: z.string(), suspendedAt: z.string() }) });

const note = 'The licence number 京测资字-0815 is of another company; send yours.';
const secret = /京测资字|send yours|suspendedAt/;

let zone: ZoneUnderTest;
let offer: string;
let demand: string;
let match: string;

const asOperator = (path: string, call: object) => zone.call(path, { as: 'zone', scope: 'operator', ...call });
const suspend = (path: string, call: object = {}) =>
  asOperator(`${path}/suspension`, { method: 'PUT', body: { note }, ...call });
const reinstate = (path: string, call: object = {}) => asOperator(`${path}/suspension`, { method: 'DELETE', ...call });
const own = () => zone.call(`/v1/offers/${offer}`, { as: 'org-transit' });
const matchesOf = async (as: string) => Items.parse((await zone.call('/v1/matches', { as })).body).items;
const seen = async () =>
  (await Promise.all(['org-insurer', 'org-transit'].map(matchesOf))).map((items) => items.map(({ id }) => id));
const mails = async () =>
  (await zone.mails()).filter(({ to }) => to.some(({ address }) => address === 'org-insurer@example.com'));
const events = async () => Bus.parse(await (await fetch(`${zone.zone.control}/bus`)).json()).events;
const count = async (type: string) => (await events()).filter(({ DetailType }) => DetailType === type).length;

/** Where the sentence for the owner stands in what others get at: the buyer's and a rival's answers, mails, events, logs. */
async function leaks(): Promise<readonly string[]> {
  const paths = [
    '/v1/matches',
    `/v1/matches/${match}`,
    `/v1/verdict?offer=${offer}&demand=${demand}`,
    `/v1/offers/${offer}`,
    '/v1/offers',
    `/v1/demands/${demand}/near-matches`,
  ];
  const answers = await Promise.all(
    ['org-insurer', 'org-rival'].flatMap((as) => paths.map((path) => zone.call(path, { as }))),
  );
  const previews = await Promise.all(
    (['offers', 'demands'] as const).map((plural) =>
      zone.call(`/v1/${plural}/preview`, {
        method: 'POST',
        as: 'org-rival',
        body: plural === 'offers' ? offerBody() : demandBody(),
      }),
    ),
  );
  for (const { status } of previews) expect(status).toBe(200);
  const told = [...answers, ...previews].map(({ status, body }) => `${status} ${JSON.stringify(body)}`);
  const sent = [...(await zone.mails()), ...(await events())].map((one) => JSON.stringify(one));
  return [...told, ...sent, ...zone.logs].filter((text) => secret.test(text));
}

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  for (const party of ['org-transit', 'org-insurer', 'org-rival']) await zone.verify(party);
  offer = await zone.post('/v1/offers', 'org-transit', offerBody());
  demand = await zone.post('/v1/demands', 'org-insurer', demandBody());
  await zone.settle();
  match = (await matchesOf('org-insurer'))[0]?.id ?? expect.fail('nothing matches');
});
afterAll(() => zone?.zone.stop());

describe('a suspension', () => {
  it('is nothing that a member can do, to a rival or to itself', async () => {
    const member = { as: 'org-rival', scope: 'member' };
    for (const path of [`/v1/offers/${offer}`, `/v1/demands/${demand}`]) {
      expect((await suspend(path, member)).status).toBe(403);
      expect((await reinstate(path, member)).status).toBe(403);
    }
    expect((await suspend(`/v1/offers/${offer}`, { as: 'org-transit', scope: 'member' })).status).toBe(403);
    expect((await suspend(`/v1/offers/${offer}`, { as: undefined })).status).toBe(401);
    await zone.settle();
    expect(await seen()).toEqual([[match], [match]]);
    expect((await own()).headers.get('etag')).toBe('"1"');
  });

  it('is not made from an old reading, nor of what is not there', async () => {
    expect((await suspend(`/v1/offers/${offer}`, { headers: { 'if-match': '"2"' } })).status).toBe(412);
    expect((await suspend(`/v1/offers/offer-${'0'.repeat(32)}`)).status).toBe(404);
    expect((await reinstate(`/v1/demands/${offer}`)).status).toBe(404);
    expect((await suspend(`/v1/offers/${offer}`, { body: {} })).status).toBe(422);
    expect((await own()).headers.get('etag')).toBe('"1"');
  });

  it('ends the match for both sides, and tells the owner alone why', async () => {
    expect(await mails()).toHaveLength(1);
    const answer = await suspend(`/v1/offers/${offer}`, { headers: { 'if-match': '"1"' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    await zone.settle();
    expect(await seen()).toEqual([[], []]);
    const { body } = await own();
    expect(body).toMatchObject({ status: 'suspended', version: 2, suspension: { note } });
    const listed = await zone.call('/v1/offers?status=suspended', { as: 'org-transit' });
    expect(Items.parse(listed.body).items).toEqual([body]);
    expect(JSON.stringify(body)).toMatch(secret);
    expect(await leaks()).toEqual([]);
    expect(zone.logs.join('\n')).toContain('suspension changed');
    expect(await count('match-ended.v1')).toBe(1);
  });

  it('lets nobody match the offer', async () => {
    await zone.post('/v1/demands', 'org-rival', demandBody());
    await zone.settle();
    expect(await matchesOf('org-rival')).toEqual([]);
  });

  it('made again changes nothing but the sentence, where that differs', async () => {
    expect((await suspend(`/v1/offers/${offer}`)).headers.get('etag')).toBe('"2"');
    const before = Suspended.parse((await own()).body).suspension;
    const other = `${note} Once more.`;
    expect((await suspend(`/v1/offers/${offer}`, { body: { note: other } })).headers.get('etag')).toBe('"3"');
    expect(Suspended.parse((await own()).body).suspension).toEqual({ ...before, note: other });
  });

  it('outlives what the owner changes, with its sentence', async () => {
    const before = Suspended.parse((await own()).body).suspension;
    const body = offerBody({ description: 'Counted anew, by our own licence.' });
    const call = { method: 'PUT', as: 'org-transit', body };
    const path = `/v1/offers/${offer}`;
    expect((await zone.call(path, { ...call, headers: { 'if-match': '"2"' } })).status).toBe(412);
    const forged = { ...body, suspension: before };
    expect((await zone.call(path, { ...call, body: forged, headers: { 'if-match': '"3"' } })).status).toBe(422);
    const answer = await zone.call(path, { ...call, headers: { 'if-match': '"3"' } });
    expect(answer).toMatchObject({ status: 200, body: { status: 'suspended', version: 4, suspension: before } });
    await zone.settle();
    expect(await seen()).toEqual([[], []]);
    expect((await reinstate(path, { as: 'org-transit', scope: 'member' })).status).toBe(403);
    expect(await leaks()).toEqual([]);
  });

  it('ends by the operator: the pair is matched again, and its buyer told of both, once each', async () => {
    const answer = await reinstate(`/v1/offers/${offer}`);
    expect(answer).toMatchObject({ status: 200, body: { status: 'listed', version: 5 } });
    await zone.settle();
    expect(await seen()).toMatchObject([[match], expect.arrayContaining([match])]);
    expect((await own()).body).not.toHaveProperty('suspension');
    expect(await count('match-found.v1')).toBe(3);
    const told = (await mails()).map(({ subject }) => /(new|no longer)/.exec(subject)?.[0]);
    expect(told).toEqual(['new', 'no longer', 'new']);
    expect((await reinstate(`/v1/offers/${offer}`)).headers.get('etag')).toBe('"5"');
  });

  it('of a demand ends its matches too, and tells its buyer of none while it lasts', async () => {
    expect((await suspend(`/v1/demands/${demand}`)).status).toBe(200);
    const second = await zone.post('/v1/offers', 'org-transit', offerBody({ title: 'While it is out' }));
    await zone.settle();
    expect(await matchesOf('org-insurer')).toEqual([]);
    expect(await mails()).toHaveLength(3);
    expect((await zone.call(`/v1/demands/${demand}`, { as: 'org-insurer' })).body).toMatchObject({
      suspension: { note },
    });
    expect((await reinstate(`/v1/demands/${demand}`)).status).toBe(200);
    await zone.settle();
    expect(await matchesOf('org-insurer')).toHaveLength(2);
    const [news, ...others] = (await mails()).slice(3);
    expect(others).toEqual([]);
    expect(news?.text).toContain('While it is out');
    expect(news?.text).not.toContain('城市货运车辆轨迹统计');
    expect((await zone.call(`/v1/offers/${second}`, { method: 'DELETE', as: 'org-transit' })).status).toBe(204);
  });

  it('keeps no owner from withdrawing; what is withdrawn is neither suspended nor reinstated', async () => {
    expect((await suspend(`/v1/offers/${offer}`)).status).toBe(200);
    expect((await zone.call(`/v1/offers/${offer}`, { method: 'DELETE', as: 'org-transit' })).status).toBe(204);
    expect((await suspend(`/v1/offers/${offer}`)).status).toBe(409);
    expect(await reinstate(`/v1/offers/${offer}`)).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
    expect((await own()).body).toMatchObject({ status: 'withdrawn', suspension: { note } });
    await zone.settle();
    expect(await leaks()).toEqual([]);
  });
});
