import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { putBackParked, sumOfMetric, withFaults } from '../../infra/local/control/client.ts';
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
  writesAMinute: 20,
  listingsAnOrganization: 10,
};
/** As a Cognito user pool names scopes, with the organization in a claim of the zone's own. */
const names = {
  claims: { organization: 'custom:enterprise', subject: 'sub', client: 'client_id', scope: 'scope' },
  scopes: { member: 'zonematch/member', operator: 'zonematch/operator' },
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

/** What the Lambdas logged under a message; a Lambda that ends leaves a line of another form. */
const linesOf = (message: string) =>
  zone.logs
    .map((line): string => JSON.parse(line).line)
    .filter((line) => line.startsWith('{'))
    .map((line): Readonly<Record<string, unknown>> => JSON.parse(line))
    .filter((line) => line['message'] === message);

const counted = (metric: string) => sumOfMetric(zone.zone.control, metric);

beforeAll(async () => {
  assembly = await synthesized({ ...beijingDataPilot, limits, identity: { ...beijingDataPilot.identity, names } });
  zone = await ZoneUnderTest.start({ assembly: assembly.folder, faults: true });
  for (const organization of ['org-supplier', 'org-second-supplier', ...buyers]) await zone.verify(organization);
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

  it('has said once that it was matched, and of how many pairs', () => {
    const offers = linesOf('listing matched').filter(({ listingId }) => String(listingId).startsWith('offer-'));
    expect(offers).toEqual([expect.objectContaining({ pairsJudged: 24, secondsSincePost: expect.any(Number) })]);
    expect(Number(offers[0]?.['parts'])).toBeGreaterThan(6);
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
    await zone.nextMorning();
    const told = await readTellings(zone.zone.mailbox);
    expect(new Set(told.named).size).toBe(buyers.length * demandsEach);
    expect(told.again).toEqual([]);
  });

  it('lets an organization have no more listings open than its quota, and one more for each that is withdrawn', async () => {
    const post = (headers = {}) =>
      zone.call('/v1/offers', { method: 'POST', as: 'org-hoarder', body: offerBody(), headers });
    const answers = await Promise.all(Array.from({ length: limits.listingsAnOrganization + 3 }, () => post()));
    const posted = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 409);
    expect([posted.length, refused.length]).toEqual([limits.listingsAnOrganization, 3]);
    expect(refused[0]?.body).toMatchObject({ type: 'urn:zonematch:problem:quota-reached' });

    const path = posted[0]?.headers.get('location') ?? '';
    expect((await zone.call(path, { method: 'DELETE', as: 'org-hoarder' })).status).toBe(204);
    const key = { 'idempotency-key': 'the-last-one' };
    expect((await post(key)).status).toBe(201);
    // Asked again it is answered as before, though no other is taken.
    expect((await post(key)).status).toBe(201);
    expect((await post()).status).toBe(409);
  });

  it('answers what an organization writes above its share of a minute with 429, and when to come back', async () => {
    const preview = () => zone.call('/v1/offers/preview', { method: 'POST', as: 'org-hasty', body: offerBody() });
    // Two minutes' worth: a minute may begin in between.
    const answers = await Promise.all(Array.from({ length: 2 * limits.writesAMinute + 5 }, preview));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(limits.writesAMinute);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(refused[0]?.body).toMatchObject({ type: 'urn:zonematch:problem:too-many-requests', status: 429 });
    const seconds = Number(refused[0]?.headers.get('retry-after'));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(60);
    // Somebody else is not kept waiting, and what is only read is not counted.
    expect((await zone.call('/v1/offers', { as: 'org-hasty' })).status).toBe(200);
    const other = await zone.call('/v1/offers/preview', { method: 'POST', as: 'org-calm', body: offerBody() });
    expect(other.status).toBe(200);
  });

  it('takes tokens as its issuer writes them, and none with the standard names', async () => {
    const claims = (await zone.token('org-calm')).split('.')[1] ?? '';
    const told = JSON.parse(Buffer.from(claims, 'base64url').toString());
    expect(told).toMatchObject({ 'custom:enterprise': 'org-calm', scope: 'zonematch/member' });
    expect(told).not.toHaveProperty('org_id');
    expect((await zone.call('/v1/reviews', { as: 'org-calm' })).status).toBe(403);
  });

  it('writes one line a request: route, status, time and the organization’s id', () => {
    const lines = zone.logs
      .map((line) => JSON.parse(JSON.parse(line).line))
      .filter(({ message }) => message === 'request answered');
    const hasty = lines.filter(({ organizationId }) => organizationId === 'org-hasty');
    expect(hasty.find(({ status }) => status === 429)).toMatchObject({
      route: 'POST /v1/offers/preview',
      problem: 'too-many-requests',
      ms: expect.any(Number),
      requestId: expect.any(String),
    });
    expect(hasty.find(({ status }) => status === 200)).toMatchObject({ route: 'POST /v1/offers/preview' });
  });

  it('writes one line a batch and a scheduled run: how much, what comes again, how long', () => {
    const lines = zone.logs.map((line) => JSON.parse(JSON.parse(line).line));
    const batches = lines.filter(({ message }) => message === 'batch handled');
    for (const service of ['relay-listing-change', 'match-listing', 'relay-match-change', 'notify-match'])
      expect(batches).toContainEqual(
        expect.objectContaining({ service, records: expect.any(Number), failed: 0, ms: expect.any(Number) }),
      );
    expect(lines).toContainEqual(
      expect.objectContaining({ message: 'sweep done', service: 'send-digests', ms: expect.any(Number) }),
    );
  });

  it('judges one in parts, and says so at most once, though the matcher ends in the middle of them, and again', async () => {
    const matcher = 'MatchingMatchListing';
    const at = [14, 40].map((call, n) => ({
      lambda: matcher,
      call,
      kind: n % 2 === 0 ? ('died-after' as const) : ('died-before' as const),
    }));
    let offer = '';
    const wrong = await withFaults(zone.zone.control, { at }, async () => {
      offer = await zone.post('/v1/offers', 'org-second-supplier', offerBody());
      await zone.settle();
    });
    expect(Object.values(wrong.faultsByLambda)).toEqual([at.length]);
    expect(await putBackParked(zone.zone.control)).toEqual([]);
    expect(await matchesOf('org-second-supplier')).toHaveLength(buyers.length * demandsEach);
    expect(linesOf('listing matched').filter(({ listingId }) => listingId === offer).length).toBeLessThanOrEqual(1);
  });

  it('ends all of them with the listing', async () => {
    const suppliers = ['org-supplier', 'org-second-supplier'];
    for (const supplier of suppliers) {
      expect(await matchesOf(supplier)).not.toEqual([]);
      const { body } = await zone.call('/v1/offers', { as: supplier });
      const [offer] = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(body).items;
      await zone.call(`/v1/offers/${offer?.id}`, { method: 'DELETE', as: supplier });
    }
    await zone.settle();
    for (const organization of [...suppliers, ...buyers]) expect(await matchesOf(organization)).toEqual([]);
  });
});
