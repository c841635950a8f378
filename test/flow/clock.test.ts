import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { stepClock, zoneTime } from '../../infra/local/control/client.ts';
import { demandBody, offerBody } from './listings.ts';
import { ZoneUnderTest } from './zone.ts';

const dayMs = 86_400_000;
let zone: ZoneUnderTest;

const later = (days: number): string => new Date(Date.now() + days * dayMs).toISOString();
const matches = async () => {
  const { body } = await zone.call('/v1/matches', { as: 'org-buyer' });
  return z.object({ items: z.array(z.object({ offer: z.object({ title: z.string() }) })) }).parse(body).items;
};
const titles = async () => (await matches()).map(({ offer }) => offer.title).sort();

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  await zone.verify('org-supplier');
  await zone.verify('org-buyer', { heldTags: [{ tag: 'mlps-3', validUntil: later(9).slice(0, 10) }] });
  await zone.post('/v1/demands', 'org-buyer', demandBody());
  await zone.post('/v1/offers', 'org-supplier', offerBody({ title: 'For a year' }));
  await zone.post('/v1/offers', 'org-supplier', offerBody({ title: 'For five days', validUntil: later(5) }));
  await zone.post('/v1/offers', 'org-supplier', offerBody({ title: 'For the certified', recipientTags: ['mlps-3'] }));
  await zone.settle();
});
afterAll(() => zone?.zone.stop());

describe('days that pass', () => {
  it('end what is over, and what rests on a certificate of the past, with a word to the buyer', async () => {
    expect(await titles()).toEqual(['For a year', 'For five days', 'For the certified']);
    await stepClock(zone.zone.control, 6 * 86_400);
    await zone.runSchedule('ExpirySweep');
    expect(await titles()).toEqual(['For a year', 'For the certified']);
    await stepClock(zone.zone.control, 5 * 86_400);
    await zone.runSchedule('NewDay');
    expect(await titles()).toEqual(['For a year']);
    await zone.nextMorning();
    const [, ...told] = await zone.mails();
    const ended = told.map(({ text = '' }) =>
      ['For five days', 'For the certified'].filter((title) => text.includes(title)),
    );
    expect(ended).toEqual([['For five days'], ['For the certified']]);
    for (const { text } of told) expect(text).not.toContain('For a year');
  });

  it('go ahead alone, by a number of seconds', async () => {
    const step = (body: string) => fetch(new URL('/clock', zone.zone.control), { method: 'POST', body });
    for (const body of ['{"seconds": -1}', '{"seconds": "1"}', '{}', 'no json', '{"seconds": 1e12}']) {
      expect((await step(body)).status).toBe(400);
    }
    expect((await zoneTime(zone.zone.control)).getTime() - Date.now()).toBeCloseTo(12 * dayMs, -5);
  });
});
