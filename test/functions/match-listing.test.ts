import { ConditionalCheckFailedException, ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { frame } from '../../events/envelope.ts';
import { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import { makeListingRow } from '../../functions/_adapters/dynamo/listing-rows.ts';
import { judgeCandidates } from '../../functions/_matching/judge-candidates.ts';
import { shortlisting } from '../../functions/_matching/shortlisting.ts';
import { queueLambda } from '../../functions/_runtime/queue-lambda.ts';
import { ListingNotOnRecord } from '../../functions/match-listing/attempt.ts';
import { makeDeps } from '../../functions/match-listing/deps.ts';
import { matchListing } from '../../functions/match-listing/match-listing.ts';
import { aDemand } from '../builders/demand.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { lambdaContext, sqsEvent } from './lambda-events.ts';
import { throttled } from './throttled.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const sqs = mockClient(SQSClient);
const offer = anOffer();
const demand = aDemand();
const parties = [anOrganization(), anOrganization({ id: offer.organizationId })];

const variables = {
  TIME_ZONE: 'Asia/Shanghai',
  MATCH_WEIGHTS: JSON.stringify([{ version: 'test', effectiveFrom: '2026-01-01', weights: defaultWeights }]),
  USES_NEGATIVE_LISTS: 'false',
  LISTINGS_TABLE: 'listings',
  CANDIDATES_TABLE: 'candidates',
  // What one test reads is not there in the next.
  CANDIDATE_ROWS_KEPT: '0',
  ORGANIZATIONS_TABLE: 'organizations',
  ZONE_ID: 'cn-bj-data-pilot',
  PAIRS_AT_ONCE: '2',
  MATCH_OVERFLOW_QUEUE_URL: 'https://sqs.example/overflow',
  MATCHES_TABLE: 'matches',
  USAGE_TABLE: 'usage',
  DEAD_LETTER_QUEUE_URL: 'https://sqs.example/dead',
};
const deps = makeDeps(variables);
const match = matchListing({ ...deps, clock: () => now, pause: async () => undefined });
const requestFor = (version = offer.version): MatchRequestedV1 =>
  frame(
    'match-requested.v1',
    { id: `${offer.id}.v${version}`, zone: 'cn-bj-data-pilot', time: now },
    { listingId: offer.id, version, cause: 'listing-changed' },
  );

type Row = Record<string, unknown>;

/** What the matcher records of the pair. */
async function recorded(): Promise<Row> {
  await match(requestFor());
  const row = dynamo.commandCalls(PutCommand).at(-1)?.args[0].input.Item;
  return row ?? expect.fail('nothing was recorded');
}

/** DynamoDB's answer where a record is another one than was read. */
const changed = (row: Row) =>
  new ConditionalCheckFailedException({
    message: '',
    $metadata: {},
    Item: marshall(row, { removeUndefinedValues: true }),
  });

beforeEach(() => {
  dynamo.reset();
  sqs.reset();
  sqs.on(SendMessageCommand).resolves({ MessageId: 'parked' });
  dynamo.on(GetCommand).resolves({ Item: makeListingRow(offer) });
  dynamo.on(GetCommand, { TableName: 'usage' }).resolves({});
  dynamo.on(QueryCommand).resolves({ Items: [] });
  dynamo
    .on(QueryCommand, {
      TableName: 'candidates',
      ExpressionAttributeValues: { ':partition': 'demand#54', ':first': 'demand-' },
    })
    .resolves({
      Items: [{ domain: 'demand#54', listingId: demand.id, organizationId: demand.organizationId }],
    });
  dynamo
    .on(BatchGetCommand)
    .callsFake((input: { RequestItems: Record<string, unknown> }) =>
      'listings' in input.RequestItems
        ? { Responses: { listings: [makeListingRow(demand)] } }
        : { Responses: { organizations: parties } },
    );
  dynamo.on(PutCommand).resolves({});
});

describe('the matcher', () => {
  it('records what it found, once', async () => {
    await match(requestFor());
    const puts = dynamo.commandCalls(PutCommand);
    expect(puts).toHaveLength(1);
    expect(puts[0]?.args[0].input.Item).toMatchObject({ offerId: offer.id, demandId: demand.id, status: 'open' });
  });

  it('takes back what it wrote where the facts had changed before it was written', async () => {
    let writes = 0;
    dynamo.on(PutCommand).callsFake(() => {
      writes++;
      if (writes === 1)
        dynamo.on(GetCommand).resolves({ Item: makeListingRow({ ...offer, status: 'withdrawn', version: 2 }) });
      return {};
    });
    await match(requestFor());
    const rows = dynamo.commandCalls(PutCommand).map(({ args }) => args[0].input.Item);
    expect(rows).toMatchObject([{ status: 'open' }, { status: 'ended' }]);
  });

  it('asks again for the keys that DynamoDB left unprocessed, and judges them too', async () => {
    let asked = 0;
    dynamo.on(BatchGetCommand).callsFake((input: { RequestItems: Record<string, { Keys: unknown[] }> }) => {
      if (!('listings' in input.RequestItems)) return { Responses: { organizations: parties } };
      asked++;
      return asked === 1
        ? { Responses: { listings: [] }, UnprocessedKeys: input.RequestItems }
        : { Responses: { listings: [makeListingRow(demand)] } };
    });
    await match(requestFor());
    // Twice for the judgement that is written, once for the one that finds nothing more to write.
    expect(asked).toBe(3);
    expect(dynamo.commandCalls(PutCommand)).toHaveLength(1);
  });

  it('judges the version on record where the request tells of an older one, and counts the request', async () => {
    const logged = vi.spyOn(deps.logger, 'info').mockReturnValue();
    dynamo.on(GetCommand).resolves({ Item: makeListingRow({ ...offer, version: 2 }) });
    await match(requestFor());
    await match(requestFor(2));
    const counted = logged.mock.calls.filter(([message]) => message === 'request overtaken');
    logged.mockRestore();
    expect(counted).toEqual([['request overtaken', { listingId: offer.id, version: 2 }]]);
    expect(dynamo.commandCalls(PutCommand)[0]?.args[0].input.Item).toMatchObject({ offerVersion: 2 });
  });

  it('leaves a match alone that already rests on a newer version', async () => {
    const newer = { ...(await recorded()), offerVersion: offer.version + 1 };
    dynamo.on(PutCommand).rejects(changed(newer));
    await expect(match(requestFor())).resolves.toBeUndefined();
  });

  it('puts what it judged on top of a decision that was made meanwhile', async () => {
    const before = await recorded();
    const review = {
      decision: 'reject',
      note: 'No.',
      decidedAt: now,
      decidedBy: 'officer',
      offerVersion: 1,
      demandVersion: 1,
      about: '[]',
    };
    const decided = { ...before, score: 1, reviews: [review] };
    let writes = 0;
    dynamo.on(PutCommand).callsFake(() => {
      writes++;
      if (writes === 1) throw changed(decided);
      return {};
    });
    await match(requestFor());
    const puts = dynamo.commandCalls(PutCommand).map((call) => call.args[0].input.Item);
    expect(puts.at(-1)).toMatchObject({ score: before['score'], reviews: [review] });
  });

  it('judges anew, by what the parties are by then, where another judgement came between', async () => {
    const before = await recorded();
    expect(before['outcome']).toBe('matched');
    let writes = 0;
    dynamo.on(PutCommand).callsFake(() => {
      writes++;
      if (writes > 1) return {};
      // Meanwhile the buyer has lost its verification, and the matcher of that change has written.
      dynamo
        .on(BatchGetCommand)
        .callsFake((input: { RequestItems: Record<string, unknown> }) =>
          'listings' in input.RequestItems
            ? { Responses: { listings: [makeListingRow(demand)] } }
            : { Responses: { organizations: [{ ...parties[0], heldTags: [] }, parties[1]] } },
        );
      throw changed({ ...before, outcome: 'near', remedy: [] });
    });
    await match(requestFor());
    const row = dynamo.commandCalls(PutCommand).at(-1)?.args[0].input.Item;
    expect(row?.['outcome']).toBe('near');
  });

  it('applies the negative lists of free-trade zones where the zone does', async () => {
    const judgeAgainst = judgeCandidates({ ...deps, usesNegativeLists: true });
    const pairs = await judgeAgainst(offer, [demand.id], now);
    expect(pairs.map(({ facts }) => facts.usesNegativeLists)).toEqual([true]);
    expect(makeDeps({ ...variables, USES_NEGATIVE_LISTS: 'true' }).usesNegativeLists).toBe(true);
    expect(deps.usesNegativeLists).toBe(false);
  });

  it('keeps the canary and enterprises from each other, whatever their listings say', async () => {
    const among = async (...canary: readonly string[]) => {
      const settings = makeDeps({ ...variables, CANARY_ORGANIZATIONS: JSON.stringify(canary) });
      const { candidates, open } = await shortlisting(settings)(offer, now);
      expect(open.map(({ id }) => id)).toEqual([...candidates.keys()]);
      return [...candidates.keys()];
    };
    expect(await among()).toEqual([demand.id]);
    expect(await among(offer.organizationId)).toEqual([]);
    expect(await among(demand.organizationId)).toEqual([]);
    expect(await among(offer.organizationId, demand.organizationId)).toEqual([demand.id]);
  });

  it('gives up for this time where decisions keep coming, so that the queue brings the request again', async () => {
    const before = await recorded();
    dynamo.on(PutCommand).rejects(changed({ ...before, score: 1 }));
    await expect(match(requestFor())).rejects.toThrow('kept changing');
  });

  describe('of a listing with more pairs than one run takes care of', () => {
    const ids = ['a', 'b', 'c'].map((digit) => `demand-${digit.repeat(32)}`);
    const rows = ids.map((listingId) => ({ domain: 'demand#54', listingId, organizationId: demand.organizationId }));
    const sent = () =>
      sqs
        .commandCalls(SendMessageBatchCommand)
        .flatMap(({ args }) => args[0].input.Entries ?? [])
        .map(({ MessageBody }) => MatchRequestedV1.parse(JSON.parse(MessageBody ?? '')));

    beforeEach(() => {
      dynamo.on(QueryCommand, { TableName: 'candidates' }).resolves({ Items: rows });
      sqs.on(SendMessageBatchCommand).callsFake((input: { Entries: { Id: string }[] }) => ({
        Successful: input.Entries.map(({ Id }) => ({ Id })),
      }));
    });

    it('judges as many, best first, and asks for the part behind them', async () => {
      await match(requestFor());
      const read = dynamo.commandCalls(BatchGetCommand).map(({ args }) => args[0].input.RequestItems ?? {});
      const listings = read.flatMap((items) => items['listings']?.Keys?.map(({ id }) => id) ?? []);
      expect(new Set(listings)).toEqual(new Set(ids.slice(0, 2)));
      expect(sent()).toMatchObject([
        {
          id: `${offer.id}.v1.onward-2`,
          time: now,
          data: {
            version: 1,
            cause: 'listing-changed',
            onward: { part: 2, behind: { list: 'open', most: 100, id: ids[1] }, near: [] },
          },
        },
      ]);
    });

    it('judges a part that was asked for by hex digits, as requests once did, and no other pair', async () => {
      const part = requestFor();
      await match({ ...part, id: `${part.id}.part-b`, data: { ...part.data, part: 'b' } });
      const read = dynamo.commandCalls(BatchGetCommand).map(({ args }) => args[0].input.RequestItems ?? {});
      const listings = read.flatMap((items) => items['listings']?.Keys?.map(({ id }) => id) ?? []);
      expect(new Set(listings)).toEqual(new Set([ids[1]]));
      expect(dynamo.commandCalls(QueryCommand, { IndexName: 'byOffer' })[0]?.args[0].input).toMatchObject({
        ExpressionAttributeValues: { ':first': 'demand-b' },
      });
      expect(sent()).toEqual([]);
    });

    it('goes through the record in a part of its own where that alone has more', async () => {
      const own = { domain: 'demand#54', listingId: demand.id, organizationId: demand.organizationId };
      dynamo.on(QueryCommand, { TableName: 'candidates' }).resolves({ Items: [own] });
      const row = await recorded();
      dynamo.on(QueryCommand, { TableName: 'matches' }).resolves({ Items: [row, row, row] });
      const key = { RequestItems: { matches: { Keys: [{ id: row['id'] }], ConsistentRead: true } } };
      dynamo.on(BatchGetCommand, key).resolves({ Responses: { matches: [row] } });
      await match(requestFor());
      expect(sent()).toMatchObject([{ data: { onward: { part: 2, behind: { list: 'records' }, near: [] } } }]);
    });

    it('fails where the queue does not take the next part, so that the request comes again', async () => {
      sqs.on(SendMessageBatchCommand).rejects(throttled());
      await expect(match(requestFor())).rejects.toThrow('1 messages were not taken');
    });
  });

  it('fails when a write is throttled, so that the queue brings the request again', async () => {
    dynamo.on(PutCommand).rejects(new ProvisionedThroughputExceededException({ message: '', $metadata: {} }));
    await expect(match(requestFor())).rejects.toThrow(ProvisionedThroughputExceededException);
  });

  it('fails for a version that is not on record yet', async () => {
    await expect(match(requestFor(offer.version + 1))).rejects.toThrow(ListingNotOnRecord);
  });

  it('ends what is open of a listing that is gone, and asks nobody to try again', async () => {
    const row = await recorded();
    dynamo.on(GetCommand).resolves({});
    dynamo.on(QueryCommand, { TableName: 'matches' }).resolves({ Items: [row] });
    expect(await recorded()).toMatchObject({ id: row['id'], status: 'ended' });
    dynamo.on(QueryCommand, { TableName: 'matches' }).resolves({ Items: [] });
    await expect(match(requestFor())).resolves.toBeUndefined();
  });
});

describe('a batch of match requests', () => {
  const handler = queueLambda({ logger: deps.logger, schema: MatchRequestedV1, park: deps.park, handle: match });
  const good = JSON.stringify(requestFor());

  it('parks what is not of the contract, with the reason, and goes on with the rest', async () => {
    const bad = JSON.stringify({ ...requestFor(), type: 'match-wished.v1' });
    const answer = await handler(sqsEvent('no json', good, bad), lambdaContext);
    expect(answer).toEqual({ batchItemFailures: [] });
    const reasons = sqs
      .commandCalls(SendMessageCommand)
      .map((call) => call.args[0].input.MessageAttributes?.['reason']?.StringValue);
    expect(reasons).toEqual(['not-json', 'not-of-contract: invalid_value at /type']);
    expect(dynamo.commandCalls(PutCommand)).toHaveLength(1);
  });

  it('reports a message that could not even be parked, and it alone', async () => {
    sqs.on(SendMessageCommand).rejects(throttled());
    const answer = await handler(sqsEvent(good, 'no json', good), lambdaContext);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
  });

  it('reports those whose work failed and lets the others through', async () => {
    const put = dynamo.on(PutCommand);
    put.rejectsOnce(new ProvisionedThroughputExceededException({ message: '', $metadata: {} })).resolves({});
    const answer = await handler(sqsEvent(good, good, good), lambdaContext);
    expect(answer.batchItemFailures).toHaveLength(1);
  });
});
