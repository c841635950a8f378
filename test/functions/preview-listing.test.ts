import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { OrganizationId } from '../../domain/ids.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { makeListingRow } from '../../functions/_adapters/dynamo/listing-rows.ts';
import { httpLambda } from '../../functions/_runtime/http-lambda.ts';
import { makeDeps } from '../../functions/preview-listing/deps.ts';
import { previewListing } from '../../functions/preview-listing/preview-listing.ts';
import { previewRoute } from '../../functions/preview-listing/preview-route.ts';
import { aDemand } from '../builders/demand.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { demandBody, offerBody } from '../flow/listings.ts';
import { demandId, offerId } from '../preview/pairs.ts';
import { httpEvent, lambdaContext } from './lambda-events.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const deps = makeDeps({
  TIME_ZONE: 'Asia/Shanghai',
  MATCH_WEIGHTS: JSON.stringify([{ version: 'test', effectiveFrom: '2026-01-01', weights: defaultWeights }]),
  USES_NEGATIVE_LISTS: 'false',
  LISTINGS_TABLE: 'listings',
  CANDIDATES_TABLE: 'candidates',
  // What one test reads is not there in the next.
  CANDIDATE_ROWS_KEPT: '0',
  ORGANIZATIONS_TABLE: 'organizations',
  MOST_LISTINGS: '6',
  AUDIT_TABLE: 'audit',
  USAGE_TABLE: 'usage',
  WRITES_A_MINUTE: '1000',
});
const uncounted = async (): Promise<void> => undefined;
const handler = httpLambda(deps.logger, previewRoute(previewListing({ ...deps, clock: () => now }), uncounted));

const organizations = ['a', 'b', 'c', 'd'].map((name) => OrganizationId.parse(`org-${name}`));
const ownerOf = (index: number): OrganizationId => organizations[index % 4] ?? OrganizationId.parse('org-a');
const offers = Array.from({ length: 6 }, (_, index) =>
  anOffer({ id: offerId(index), organizationId: ownerOf(index), title: `Offer ${index}` }),
);
const demands = Array.from({ length: 6 }, (_, index) =>
  aDemand({ id: demandId(index), organizationId: ownerOf(index), title: `Demand ${index}` }),
);
const listings = [...offers, ...demands];
const purpose = { purpose: 'purpose-public-service' };
const permitted = { permittedPurposes: ['purpose-public-service'] };
const parties = [...organizations, OrganizationId.parse('org-caller')].map((id) => anOrganization({ id }));

type Found = Record<string, unknown>;
/** A table's answer to a query: its items under the partition asked for. */
function candidatesUnder(partition: string): readonly Found[] {
  const found = partition === 'offer#54' ? offers : partition === 'demand#54' ? demands : [];
  return found.map(({ id, organizationId }) => ({ domain: partition, listingId: id, organizationId }));
}

async function post(kind: 'offers' | 'demands', body: object, organization = 'org-caller', scope = 'member') {
  const event = httpEvent(`POST /v1/${kind}/preview`, { body, language: 'en', organization, scope });
  const answer = await handler(event, lambdaContext);
  return { ...answer, body: z.record(z.string(), z.unknown()).parse(JSON.parse(answer.body ?? '')) };
}

beforeEach(() => {
  dynamo.reset();
  dynamo
    .on(QueryCommand, { TableName: 'candidates' })
    .callsFake((input: { ExpressionAttributeValues: { ':partition': string } }) => ({
      Items: candidatesUnder(input.ExpressionAttributeValues[':partition']),
    }));
  dynamo.on(QueryCommand, { TableName: 'listings' }).resolves({
    Items: [makeListingRow(anOffer({ id: offerId(99), organizationId: OrganizationId.parse('org-caller') }))],
  });
  dynamo.on(BatchGetCommand).callsFake((input: { RequestItems: Record<string, { Keys: { id: string }[] }> }) => {
    const keys = input.RequestItems['listings']?.Keys.map(({ id }) => id);
    return keys
      ? { Responses: { listings: listings.filter(({ id }) => keys.includes(id)).map(makeListingRow) } }
      : { Responses: { organizations: parties } };
  });
});

/** Every command that was sent only reads, but the one that writes down whose listings are shown. */
function expectReadsOnly(shown: readonly string[]): void {
  const written = dynamo.commandCalls(TransactWriteCommand).flatMap(({ args }) => args[0].input.TransactItems ?? []);
  expect(written.map(({ Put }) => [Put?.TableName, Put?.Item?.['record']])).toEqual(
    shown.map((subject) => ['audit', expect.objectContaining({ subject, act: 'preview-read', version: 1 })]),
  );
  const sent = dynamo
    .calls()
    .map(({ args }) => args[0].constructor)
    .filter((command) => command !== TransactWriteCommand);
  expect(sent.length).toBeGreaterThan(0);
  const reads: readonly unknown[] = [QueryCommand, BatchGetCommand, GetCommand];
  for (const command of sent) expect(reads).toContain(command);
}

describe('POST /v1/demands/preview', () => {
  it('answers what would match and writes nothing but whose offers it shows', async () => {
    const answer = await post('demands', demandBody(purpose));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toMatchObject({ matches: { exactly: 6 }, complete: true, needsReview: { under: 5 } });
    expect(answer.body['best']).toHaveLength(5);
    expect(JSON.stringify(answer.body)).not.toMatch(/offer-0|demand-|org-|@/);
    expectReadsOnly([0, 1, 2, 3, 4].map(offerId));
  });

  it('judges no more than its setting and says that the answer is not complete', async () => {
    const handle = previewRoute(previewListing({ ...deps, mostListings: 5, clock: () => now }), uncounted);
    const caller = { body: demandBody(purpose), language: 'en', organization: 'org-caller', scope: 'member' };
    const answer = await handle(httpEvent('POST /v1/demands/preview', caller));
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ matches: { exactly: 5 }, complete: false });
  });

  it('judges a caller without a record as one that nobody has verified', async () => {
    const answer = await post('demands', demandBody(purpose), 'org-unknown');
    expect(answer.body).toMatchObject({ matches: { under: 5 }, best: [] });
    expect(answer.body['blockedMostBy']).toMatchObject({ criterion: 'due-diligence', count: { exactly: 6 } });
  });
});

describe('POST /v1/offers/preview', () => {
  it('answers what would match, and which own listings it repeats', async () => {
    const answer = await post('offers', offerBody(permitted));
    expect(answer.body).toMatchObject({ matches: { exactly: 6 }, tooBroad: null, mailsPerWeek: null });
    expect(answer.body['duplicates']).toEqual([{ id: offerId(99), title: '城市货运车辆轨迹统计', status: 'listed' }]);
    expectReadsOnly([0, 1, 2, 3, 4].map(demandId));
  });

  it('answers what the caller could add for more to match', async () => {
    const complianceTags = ['non-pi', 'right-operate'];
    const answer = await post('offers', offerBody({ ...permitted, complianceTags }));
    expect(answer.body).toMatchObject({
      matches: { under: 5 },
      nearMatches: [
        { changes: [{ side: 'supplier', kind: 'carry', tag: 'takedown-commitment' }], pairs: { exactly: 6 } },
      ],
    });
  });
});

describe('what POST of a listing refuses, its preview refuses alike', () => {
  it.each([
    ['offers', { ...offerBody(), domain: 'ZZ' }, '/domain'],
    ['offers', { ...offerBody(), validUntil: '2020-01-01T00:00:00Z' }, '/validUntil'],
    ['demands', { ...demandBody(), domains: [] }, '/domains'],
    ['demands', offerBody(), '/domains'],
  ] as const)('%s %#', async (kind, body, pointer) => {
    const answer = await post(kind, body);
    expect(answer.statusCode).toBe(422);
    const errors = z.array(z.looseObject({ pointer: z.string() })).parse(answer.body['errors']);
    expect(errors.map((error) => error.pointer)).toContain(pointer);
    expect(dynamo.calls()).toEqual([]);
  });

  it('also a caller without the scope', async () => {
    expect((await post('offers', offerBody(), 'org-caller', 'operator')).statusCode).toBe(403);
  });
});
