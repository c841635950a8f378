import { randomUUID } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DemandInput } from '../../domain/demand/demand.ts';
import type { ListingKind } from '../../domain/listing/listing.ts';
import { OfferInput } from '../../domain/offer/offer.ts';
import { Instant } from '../../domain/time.ts';
import { shape } from '../../functions/_adapters/dynamo/shape.ts';
import { publishRoute } from '../../functions/_listings/publish-route.ts';
import { httpLambda } from '../../functions/_runtime/http-lambda.ts';
import { makeDeps as makeDemandDeps } from '../../functions/publish-demand/deps.ts';
import { publishDemand } from '../../functions/publish-demand/publish-demand.ts';
import { makeDeps as makeOfferDeps } from '../../functions/publish-offer/deps.ts';
import { publishOffer } from '../../functions/publish-offer/publish-offer.ts';
import { beijingDataPilot } from '../../infra/zones/cn-bj-data-pilot.ts';
import { demandBody, offerBody } from '../flow/listings.ts';
import { httpEvent, lambdaContext } from '../functions/lambda-events.ts';
import { startTables, type Tables } from './tables.ts';

/** Far ahead of this machine's clock, so that DynamoDB Local's own time to live deletes nothing. */
const posted = Instant.parse('2090-11-23T08:00:00.900Z');
const almostADayLater = Instant.parse('2090-11-24T08:00:00.899Z');
const aDayLater = Instant.parse('2090-11-24T08:00:01.000Z');

const Body = z.looseObject({ id: z.string().optional(), type: z.string().optional() });

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables?.stop());

/** The Lambda behind `POST /v1/offers` or `/v1/demands`, on tables of its own and with a clock that stands still. */
function handlerAt(now: Instant, kind: ListingKind) {
  const [LISTINGS_TABLE, CANDIDATES_TABLE, REQUESTS_TABLE, AUDIT_TABLE, USAGE_TABLE, ORGANIZATIONS_TABLE] = [
    'Listings',
    'Candidates',
    'Requests',
    'Audit',
    'Usage',
    'Organizations',
  ].map(tables.nameOf);
  const limits = { LISTINGS_AN_ORGANIZATION: '1000', WRITES_A_MINUTE: '1000' };
  const names = {
    LISTINGS_TABLE,
    CANDIDATES_TABLE,
    REQUESTS_TABLE,
    AUDIT_TABLE,
    USAGE_TABLE,
    ORGANIZATIONS_TABLE,
    ...limits,
  };
  const judging = {
    TIME_ZONE: 'Asia/Shanghai',
    MATCH_WEIGHTS: JSON.stringify(beijingDataPilot.weights),
    USES_NEGATIVE_LISTS: 'false',
  };
  const [offers, demands] = [makeOfferDeps(names), makeDemandDeps({ ...names, ...judging })];
  const clock = () => now;
  const route =
    kind === 'offer'
      ? publishRoute('offer', OfferInput, publishOffer({ ...offers, clock }), offers.countRequest)
      : publishRoute('demand', DemandInput, publishDemand({ ...demands, clock }), demands.countRequest);
  return httpLambda(offers.logger, route);
}

async function post(key: string, now: Instant, body: object = offerBody(), kind: ListingKind = 'offer') {
  const routeKey = `POST /v1/${kind}s`;
  const event = httpEvent(routeKey, { body, language: 'en', organization: 'org-supplier', scope: 'member' });
  const headers = { ...event.headers, 'idempotency-key': key };
  const answer = await handlerAt(now, kind)({ ...event, headers }, lambdaContext);
  const { statusCode, headers: answered } = answer;
  return { statusCode, headers: answered, text: answer.body, body: Body.parse(JSON.parse(answer.body ?? '')) };
}

async function rowOf(key: string) {
  const Key = { [shape.requests.partitionKey]: `org-supplier#offer#${key}` };
  return (await tables.client.send(new GetCommand({ TableName: tables.nameOf('Requests'), Key }))).Item;
}

describe('an idempotency key', () => {
  it('is kept for 24 hours and no longer, although its row is still there', async () => {
    const key = randomUUID();
    const first = await post(key, posted);
    expect(first.statusCode).toBe(201);
    expect(await post(key, almostADayLater)).toEqual(first);
    expect(await post(key, almostADayLater, offerBody({ title: 'Another' }))).toMatchObject({
      statusCode: 422,
      body: { type: 'urn:zonematch:problem:key-reused' },
    });
    expect(await rowOf(key)).toMatchObject({ listing: { id: first.body.id } });
    const anew = await post(key, aDayLater, offerBody({ title: 'Another' }));
    expect(anew.statusCode).toBe(201);
    expect(anew.body.id).not.toBe(first.body.id);
    expect(await rowOf(key)).toMatchObject({ listing: { id: anew.body.id } });
    expect(await post(key, aDayLater, offerBody({ title: 'Another' }))).toEqual(anew);
  });

  it.each(['offer', 'demand'] as const)(
    'gives the answer of the first time where the %s is over by now',
    async (kind) => {
      const key = randomUUID();
      const validUntil = '2090-11-23T09:00:00Z';
      const body = kind === 'offer' ? offerBody({ validUntil }) : demandBody({ validUntil });
      const first = await post(key, posted, body, kind);
      expect(first.statusCode).toBe(201);
      const later = Instant.parse('2090-11-23T09:00:00.000Z');
      expect(await post(key, later, body, kind)).toEqual(first);
      const over = { statusCode: 422, body: { type: 'urn:zonematch:problem:invalid-fields' } };
      expect(await post(randomUUID(), later, body, kind)).toMatchObject(over);
      expect(await post(key, aDayLater, body, kind)).toMatchObject(over);
    },
  );

  it('makes one listing of ten posts at the same instant, with one answer for all', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(key, posted)));
    const [first] = answers;
    expect(first?.statusCode).toBe(201);
    for (const answer of answers) expect(answer).toEqual(first);
    expect(await rowOf(key)).toMatchObject({ listing: { id: first?.body.id } });
  });

  it('lets one of ten bodies at the same instant through, and refuses the others', async () => {
    const key = randomUUID();
    const titles = Array.from({ length: 10 }, (_, n) => `Body ${n}`);
    const answers = await Promise.all(titles.map((title) => post(key, posted, offerBody({ title }))));
    const refused = answers.filter(({ statusCode }) => statusCode !== 201);
    expect(refused.map(({ statusCode, body }) => `${statusCode} ${body.type}`)).toEqual(
      Array.from({ length: 9 }, () => '422 urn:zonematch:problem:key-reused'),
    );
  });
});
