import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { complaints } from '../contract/contract.ts';
import { tuned } from '../flow/tuned.ts';
import { ZoneUnderTest } from '../flow/zone.ts';
import { canary, fillZone } from './market.ts';
import type { FuzzRequest } from './operations.ts';
import { plainRequests } from './plain.ts';
import { requestsOf } from './requests.ts';
import { asCurl, type Sent, type Surroundings, sendRequest } from './sending.ts';

/**
 * Which requests are made up, and how many. Fixed, so that no build fails by chance; another seed looks elsewhere:
 * `FUZZ_SEED=7 FUZZ_REQUESTS=50000 npx vitest run test/fuzz`.
 */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_126);
const wanted = Number(process.env['FUZZ_REQUESTS'] ?? 5040);

/** Requests that are under way together. */
const lanes = 8;

let assembly: Awaited<ReturnType<typeof tuned>>;
let zone: ZoneUnderTest;
let surroundings: Surroundings;
let plain: readonly FuzzRequest[];
let requests: fc.Arbitrary<FuzzRequest>;

beforeAll(async () => {
  // A zone that publishes what it may: a page that is not there could tell nothing.
  assembly = await tuned(inject('assembly'), { variables: { PUBLIC_PAGE: 'true' } });
  zone = await ZoneUnderTest.start({ assembly: assembly.folder });
  surroundings = await fillZone(zone);
  const document = (await zone.call('/v1/openapi.json')).body;
  plain = plainRequests(document);
  requests = requestsOf(document);
});
afterAll(async () => {
  await zone?.zone.stop();
  await assembly?.remove();
});

/** What is wrong with an answer; nothing where all is well. */
function wrongWith(request: FuzzRequest, { target, answer }: Sent): readonly string[] {
  const { status, headers, text } = answer;
  const shown = `${text}${JSON.stringify([...headers])}`;
  return [
    ...(status >= 500 ? [`it is a ${status}`] : []),
    ...complaints({ method: request.method, path: target, status, headers, text }),
    ...(request.caller !== 'operator' && shown.includes(canary) ? ['it shows what is another organization’s'] : []),
    ...(/\bat .{1,200}:\d+:\d+|node_modules|Exception/.test(shown) ? ['it tells of the inside'] : []),
  ];
}

const counts = new Map<string, number>();
const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
let total = 0;

async function holds(request: FuzzRequest): Promise<void> {
  const sent = await sendRequest(request, surroundings);
  total += 1;
  count(`${sent.answer.status}`);
  const wrong = wrongWith(request, sent);
  if (wrong.length === 0) return;
  const { status, text } = sent.answer;
  throw new Error(`${wrong.join('\n')}\n${asCurl(request, sent.target)}\nanswered ${status} ${text.slice(0, 600)}`);
}

/** What comes back from an identity provider is good once, and for one browser; what names a thing that the document cannot know of has no example; nor have a page for whoever signed in as the operator, and one that the zone does not publish. */
const withoutExample: ReadonlySet<string> = new Set([
  '/v1/sign-in/return',
  '/v1/organizations/{id}/deletion',
  '/v1/parked-messages/deletion',
  '/v1/replays/{id}',
  '/v1/reconciliations/{id}',
  '/v1/statistics-page',
  '/v1/public-statistics',
]);

describe('every operation', () => {
  it('succeeds with the example of the document: what follows comes past the first checks', async () => {
    const failed: string[] = [];
    for (const request of plain.filter(({ template }) => !withoutExample.has(template))) {
      const sent = await sendRequest(request, surroundings);
      const wrong = wrongWith(request, sent);
      const isWay = sent.answer.status === 303 && request.template === '/v1/sign-in';
      if ((sent.answer.status >= 300 && !isWay) || wrong.length > 0)
        failed.push([asCurl(request, sent.target), sent.answer.text, ...wrong].join('\n'));
    }
    expect(failed).toEqual([]);
  });
});

describe('whatever is sent', () => {
  it('is answered by the document, without a 5xx and with nothing of another organization', async () => {
    const started = performance.now();
    const property = fc.asyncProperty(requests, holds);
    const numRuns = Math.ceil(wanted / lanes);
    const runs = Array.from({ length: lanes }, (_, lane) =>
      fc.check(property, { seed: seed + lane, numRuns, interruptAfterTimeLimit: 240_000 }),
    );
    const done = await Promise.all(runs);
    const statuses = [...counts].toSorted();
    const seconds = Math.round((performance.now() - started) / 1000);
    process.stdout.write(
      `fuzz: seed ${seed}, ${total} requests in ${seconds} s: ${statuses.map(([status, n]) => `${status} ${n}`).join(', ')}\n`,
    );
    for (const details of done) {
      if (details.failed) expect.fail(`${details.errorInstance}\n${fc.defaultReportMessage(details) ?? ''}`);
    }
    expect(total).toBeGreaterThanOrEqual(wanted);
  }, 300_000);

  it('leaves nothing of what is written in the logs', () => {
    expect(zone.logs.filter((line) => line.includes(canary))).toEqual([]);
    expect(zone.logs.filter((line) => line.includes('request failed'))).toEqual([]);
  });
});
