import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sumOfMetric } from '../../infra/local/control/client.ts';
import { readTellings } from '../../infra/torture/tellings.ts';
import { beijingDataPilot } from '../../infra/zones/cn-bj-data-pilot.ts';
import { demandBody, offerBody } from './listings.ts';
import { synthesized } from './synthesized.ts';
import { ZoneUnderTest } from './zone.ts';

const limits = {
  ...beijingDataPilot.limits,
  pairsAtOnce: 4,
  promptListingsAMinute: { organization: 5, domain: 1000 },
  instantMailsADay: 2,
};
const buyers = ['org-buyer-a', 'org-buyer-b', 'org-buyer-c'];
const demandsEach = 8;

let assembly: Awaited<ReturnType<typeof synthesized>>;
let zone: ZoneUnderTest;

const Page = z.object({
  items: z.array(z.object({ id: z.string(), demand: z.object({ id: z.string() }) })),
  nextCursor: z.string().optional(),
});

async function matchesOf(organization: string) {
  const { body } = await zone.call('/v1/matches?limit=100', { as: organization });
  return Page.parse(body).items;
}

const counted = (metric: string) => sumOfMetric(zone.zone.control, `${metric}-`);

beforeAll(async () => {
  assembly = await synthesized({ ...beijingDataPilot, limits });
  zone = await ZoneUnderTest.start({ assembly: assembly.folder });
  for (const organization of ['org-supplier', ...buyers]) await zone.verify(organization);
});
afterAll(async () => {
  await zone?.zone.stop();
  await assembly?.remove();
});

describe('a zone with small limits', () => {
  it('judges a listing that matches more than one run takes care of in parts, and loses none of its matches', async () => {
    const posted = new Set<string>();
    await Promise.all(
      buyers.map(async (buyer) => {
        for (let n = 0; n < demandsEach; n++)
          posted.add(await zone.post('/v1/demands', buyer, demandBody({ title: `${buyer} ${n}` })));
      }),
    );
    await zone.settle();
    expect(await counted('ListingsJudgedInParts')).toBe(0);
    await zone.post('/v1/offers', 'org-supplier', offerBody());
    await zone.settle();
    expect((await matchesOf('org-supplier')).map(({ demand }) => demand.id).sort()).toEqual([...posted].sort());
    expect(await counted('ListingsJudgedInParts')).toBeGreaterThan(0);
  });

  it('has what an organization posts above its share of a minute judged later, and counts it', async () => {
    // Three buyers have posted eight demands each; a minute may have begun in between.
    expect(await counted('ListingsAboveShare')).toBeGreaterThan(0);
  });

  it('mails a contact no more than its share of a day at once; the daily mail tells of the rest, each match once', async () => {
    const atOnce = await zone.mails();
    for (const buyer of buyers) {
      const { length } = atOnce.filter(({ to }) => to[0]?.address === `${buyer}@example.com`);
      expect(length).toBeGreaterThanOrEqual(limits.instantMailsADay);
      // Two runs of the Lambda that mails may both be granted the last one.
      expect(length).toBeLessThanOrEqual(limits.instantMailsADay + 1);
    }
    expect(await counted('MailsKeptForTheDay')).toBe(buyers.length * demandsEach - atOnce.length);
    await zone.runSchedule('DailyMail');
    const told = await readTellings(zone.zone.mailbox);
    expect(new Set(told.named).size).toBe(buyers.length * demandsEach);
    expect(told.again).toEqual([]);
  });

  it('ends all of them with the listing', async () => {
    const [match] = await matchesOf('org-supplier');
    const { body } = await zone.call('/v1/offers', { as: 'org-supplier' });
    const [offer] = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(body).items;
    expect(match).toBeDefined();
    await zone.call(`/v1/offers/${offer?.id}`, { method: 'DELETE', as: 'org-supplier' });
    await zone.settle();
    for (const organization of ['org-supplier', ...buyers]) expect(await matchesOf(organization)).toEqual([]);
  });
});
