import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Listing } from '../../domain/listing/listing.ts';
import { makeListingRow } from '../../functions/_adapters/dynamo/listing-rows.ts';
import { httpLambda } from '../../functions/_runtime/http-lambda.ts';
import { makeDeps } from '../../functions/suspend-listing/deps.ts';
import { suspendListing } from '../../functions/suspend-listing/suspend-listing.ts';
import { suspensionRoute } from '../../functions/suspend-listing/suspension-route.ts';
import { aDemand } from '../builders/demand.ts';
import { now, posted } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { httpEvent, lambdaContext } from './lambda-events.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const deps = makeDeps({
  LISTINGS_TABLE: 'listings',
  CANDIDATES_TABLE: 'candidates',
  AUDIT_TABLE: 'audit',
  USAGE_TABLE: 'usage',
  LISTINGS_AN_ORGANIZATION: '1000',
});
const handler = httpLambda(deps.logger, suspensionRoute(suspendListing({ ...deps, clock: () => now })));

const note = 'The source statement does not name the gates.';
const suspended = anOffer({ status: 'suspended', version: 2, suspension: { note, suspendedAt: posted } });

type Call = {
  readonly body?: unknown;
  readonly raw?: string;
  readonly id?: string;
  readonly scope?: string;
  readonly claims?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly language?: string;
  readonly plural?: 'offers' | 'demands';
};

async function call(method: 'PUT' | 'DELETE', given: Call = {}) {
  const { body, raw, id = suspended.id, scope = 'operator', language = 'en', plural = 'offers' } = given;
  const routeKey = `${method} /v1/${plural}/{id}/suspension`;
  const event = httpEvent(routeKey, { body, language, organization: 'zone', scope });
  Object.assign(event.requestContext.authorizer.jwt.claims, given.claims ?? { sub: 'user-1' });
  const headers = { ...event.headers, ...given.headers };
  const pathParameters = { id };
  const answer = await handler({ ...event, headers, pathParameters, ...(raw && { body: raw }) }, lambdaContext);
  return { ...answer, body: z.record(z.string(), z.unknown()).parse(JSON.parse(answer.body ?? '')) };
}

const onRecord = (listing: Listing) => dynamo.on(GetCommand).resolves({ Item: makeListingRow(listing) });
const writes = () => dynamo.commandCalls(TransactWriteCommand).map(({ args }) => args[0].input.TransactItems ?? []);

const inJournal = (id: string, version: number) => expect.stringMatching(new RegExp(`^~.*Z#${id}#v${version}$`));

beforeEach(() => {
  dynamo.reset();
  dynamo.on(TransactWriteCommand).resolves({});
  onRecord(anOffer());
});

describe('PUT of a suspension', () => {
  it('writes the listing with its note and takes its candidate rows away, in one transaction', async () => {
    const answer = await call('PUT', { body: { note } });
    expect(answer).toMatchObject({ statusCode: 200, headers: { etag: '"2"', 'cache-control': 'no-store' } });
    const { id, validUntil } = suspended;
    const suspension = { note, suspendedAt: now };
    expect(answer.body).toEqual({ id, status: 'suspended', version: 2, validUntil, suspension });
    expect(writes()).toMatchObject([
      [
        { Put: { TableName: 'listings', Item: { status: 'suspended', listing: { suspension } } } },
        { Delete: { TableName: 'candidates', Key: { domain: 'offer#54', listingId: id } } },
        { Put: { TableName: 'candidates', Item: { domain: 'offer#54', listingId: inJournal(id, 2), gone: true } } },
        { Put: { TableName: 'audit', Item: { record: { act: 'listing-suspended', by: { caller: 'user-1' } } } } },
      ],
    ]);
  });

  it('is the same for a demand', async () => {
    const { id } = aDemand();
    onRecord(aDemand());
    const answer = await call('PUT', { body: { note }, id, plural: 'demands' });
    expect(answer).toMatchObject({ statusCode: 200, body: { id, status: 'suspended' } });
    expect(writes()).toHaveLength(1);
  });

  it.each([
    ['no note', {}, '/note'],
    ['an empty note', { note: ' \n ' }, '/note'],
    ['a note above 2000 characters', { note: 'x'.repeat(2001) }, '/note'],
    ['a note that is no text', { note: 7 }, '/note'],
    ['a note that could not be read', { note: `a${String.fromCodePoint(0x202e)}b` }, '/note'],
    ['a time of its own', { note, suspendedAt: posted }, '/suspendedAt'],
    ['no object', null, ''],
  ])('is a 422 with %s, and nothing is written', async (_name, body, pointer) => {
    const answer = await call('PUT', { body });
    expect(answer).toMatchObject({ statusCode: 422, body: { errors: [{ pointer }] } });
    expect(writes()).toEqual([]);
  });

  it('takes a note of 2000 characters', async () => {
    expect((await call('PUT', { body: { note: '据'.repeat(2000) } })).statusCode).toBe(200);
  });

  it.each([
    ['a body that is no JSON', { raw: '{' }, 400],
    ['a body of another type', { body: { note }, headers: { 'content-type': 'text/plain' } }, 415],
    ['the token of a member', { body: { note }, scope: 'member' }, 403],
    ['a token that names nobody', { body: { note }, claims: {} }, 403],
    ['an id that is none', { body: { note }, id: 'offer-1' }, 404],
    ['the id of an offer among demands', { body: { note }, plural: 'demands' }, 404],
    ['a version that is not the newest', { body: { note }, headers: { 'if-match': '"7"' } }, 412],
    ['a weak validator', { body: { note }, headers: { 'if-match': 'W/"1"' } }, 412],
  ] satisfies [string, Call, number][])('is refused with %s, and nothing is written', async (_name, given, status) => {
    expect((await call('PUT', given)).statusCode).toBe(status);
    expect(writes()).toEqual([]);
  });

  it('is a 404 for a listing that is not on record', async () => {
    dynamo.on(GetCommand).resolves({});
    expect((await call('PUT', { body: { note } })).statusCode).toBe(404);
    expect((await call('DELETE')).statusCode).toBe(404);
  });

  it.each(['withdrawn', 'expired'] as const)('is a 409 in both languages for one that is %s', async (status) => {
    onRecord(anOffer({ status }));
    const body = { note };
    expect(await call('PUT', { body })).toMatchObject({
      statusCode: 409,
      body: {
        type: 'urn:zonematch:problem:not-suspendable',
        title: 'The listing is withdrawn or expired',
        detail: 'A withdrawn or expired listing cannot be suspended; it is shown to nobody any more.',
      },
    });
    expect(await call('PUT', { body, language: 'zh-CN' })).toMatchObject({
      body: { title: '该条目已撤回或已到期', detail: '已撤回或已到期的条目不能暂停，它已不再展示给任何人。' },
    });
    expect(writes()).toEqual([]);
  });

  it('is a 412 where the owner was faster', async () => {
    const CancellationReasons = [{ Code: 'ConditionalCheckFailed' }, { Code: 'None' }];
    const lost = new TransactionCanceledException({ message: '', $metadata: {}, CancellationReasons });
    dynamo.on(TransactWriteCommand).rejects(lost);
    expect((await call('PUT', { body: { note } })).statusCode).toBe(412);
  });

  it('writes nothing with the same note, and a new version with another', async () => {
    onRecord(suspended);
    expect(await call('PUT', { body: { note: ` ${note} ` } })).toMatchObject({ statusCode: 200, body: { version: 2 } });
    expect(writes()).toEqual([]);
    const headers = { 'if-match': '"2"' };
    expect(await call('PUT', { body: { note: 'Another.' }, headers })).toMatchObject({
      statusCode: 200,
      headers: { etag: '"3"' },
      body: { version: 3, suspension: { note: 'Another.', suspendedAt: posted } },
    });
    expect(writes()).toHaveLength(1);
  });
});

describe('DELETE of a suspension', () => {
  it('writes the listing without the note and puts its candidate rows back, in one transaction', async () => {
    onRecord(suspended);
    const answer = await call('DELETE');
    const { id, validUntil } = suspended;
    expect(answer).toMatchObject({ statusCode: 200, headers: { etag: '"3"' } });
    expect(answer.body).toEqual({ id, status: 'listed', version: 3, validUntil });
    expect(writes()).toMatchObject([
      [
        { Put: { TableName: 'listings', Item: { status: 'listed', listing: { suspension: undefined } } } },
        { Put: { TableName: 'candidates', Item: { domain: 'offer#54', listingId: id } } },
        { Put: { TableName: 'candidates', Item: { domain: 'offer#54', listingId: inJournal(id, 3), v: 3 } } },
        { Put: { TableName: 'audit', Item: { record: { act: 'listing-reinstated', version: 3 } } } },
      ],
    ]);
  });

  it('leaves a listing whose term ended meanwhile expired, and out', async () => {
    onRecord({ ...suspended, validUntil: now });
    expect(await call('DELETE')).toMatchObject({ statusCode: 200, body: { status: 'expired', version: 3 } });
    const oneLess = { TableName: 'usage', Key: { meter: 'listings#org-supplier#open' } };
    const values = { ':opened': -1 };
    expect(writes()).toMatchObject([
      [
        { Put: { TableName: 'listings' } },
        { Put: { TableName: 'audit' } },
        { Update: { ...oneLess, ExpressionAttributeValues: values } },
      ],
    ]);
  });

  it.each(['listed', 'draft', 'withdrawn', 'expired'] as const)('changes nothing of one that is %s', async (status) => {
    onRecord(anOffer({ status }));
    expect(await call('DELETE')).toMatchObject({ statusCode: 200, headers: { etag: '"1"' }, body: { status } });
    expect(writes()).toEqual([]);
  });

  it('is refused by a member’s token, and from an old reading', async () => {
    onRecord(suspended);
    expect((await call('DELETE', { scope: 'member' })).statusCode).toBe(403);
    expect((await call('DELETE', { headers: { 'if-match': '"1"' } })).statusCode).toBe(412);
    expect(writes()).toEqual([]);
  });
});
