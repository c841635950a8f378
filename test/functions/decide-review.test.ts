import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { MatchId } from '../../domain/ids.ts';
import type { Match } from '../../domain/match/match.ts';
import { makeMatchRow } from '../../functions/_adapters/dynamo/match-rows.ts';
import { httpLambda } from '../../functions/_runtime/http-lambda.ts';
import { decideReview } from '../../functions/decide-review/decide-review.ts';
import { makeDeps } from '../../functions/decide-review/deps.ts';
import { aDemand } from '../builders/demand.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { httpEvent, lambdaContext } from './lambda-events.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const deps = makeDeps({ MATCHES_TABLE: 'matches', AUDIT_TABLE: 'audit' });
const handler = httpLambda(deps.logger, decideReview({ ...deps, clock: () => now }));
const [offer, demand] = [anOffer(), aDemand()];

const review: Match = {
  id: MatchId.parse(`match-${'1'.repeat(32)}`),
  offerId: offer.id,
  demandId: demand.id,
  offerVersion: 1,
  demandVersion: 1,
  supplierId: offer.organizationId,
  buyerId: demand.organizationId,
  outcome: 'needs-review',
  status: 'open',
  score: 80,
  criteria: [],
  reviews: [],
  wasShown: false,
  rulebook: '',
  foundAt: now,
  updatedAt: now,
};

/** A decision of the operator, by a token with these claims beside its scope. */
async function decide(claims: Record<string, string>) {
  const body = { decision: 'clear', note: 'A note for the file.' };
  const event = httpEvent('POST /v1/reviews/{id}', { body, language: 'en', organization: 'zone', scope: 'operator' });
  Object.assign(event.requestContext.authorizer.jwt.claims, claims);
  const answer = await handler({ ...event, pathParameters: { id: review.id } }, lambdaContext);
  return { status: answer.statusCode, body: JSON.parse(answer.body ?? '') };
}

beforeEach(() => {
  dynamo.reset();
  dynamo.on(GetCommand).resolves({ Item: makeMatchRow(review) });
  dynamo.on(TransactWriteCommand).resolves({});
});

describe('a decision', () => {
  it.each([
    [{ sub: 'user-1', client_id: 'console' }, 'user-1'],
    [{ client_id: 'console' }, 'console'],
  ])('is on record with who made it: %j', async (claims, by) => {
    expect(await decide(claims)).toMatchObject({ status: 200, body: { reviews: [{ decidedBy: by, decidedAt: now }] } });
    const [written] = dynamo.commandCalls(TransactWriteCommand);
    expect(written?.args[0].input.TransactItems).toMatchObject([
      { Put: { TableName: 'matches', Item: { reviewState: 'clear', openToBuyer: review.buyerId } } },
      { Put: { TableName: 'audit', Item: { record: { act: 'review-cleared', by: { as: 'operator', caller: by } } } } },
    ]);
  });

  it('is not taken from a token of the operator that names no organization', async () => {
    const refused = { status: 403, body: { type: 'urn:zonematch:problem:no-organization' } };
    expect(await decide({ sub: 'user-1', org_id: '' })).toMatchObject(refused);
    expect(dynamo.commandCalls(TransactWriteCommand)).toEqual([]);
  });

  it('is not taken from a token that names nobody', async () => {
    expect(await decide({})).toMatchObject({ status: 403 });
    expect(dynamo.commandCalls(TransactWriteCommand)).toEqual([]);
  });

  it('is never written over what was judged while it was made', async () => {
    const CancellationReasons = [{ Code: 'ConditionalCheckFailed' }, { Code: 'None' }];
    dynamo
      .on(TransactWriteCommand)
      .rejects(new TransactionCanceledException({ message: '', $metadata: {}, CancellationReasons }));
    expect(await decide({ sub: 'user-1' })).toMatchObject({ status: 412 });
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });
});
