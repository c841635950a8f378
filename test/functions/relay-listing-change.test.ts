import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OrganizationId } from '../../domain/ids.ts';
import { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import { makeListingRow } from '../../functions/_adapters/dynamo/listing-rows.ts';
import type { RowChange } from '../../functions/_runtime/stream-lambda.ts';
import { makeDeps } from '../../functions/relay-listing-change/deps.ts';
import { relayListingChange } from '../../functions/relay-listing-change/relay-listing-change.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { throttled } from './throttled.ts';

const requests = 'https://sqs.example/requests';
const overflow = 'https://sqs.example/overflow';
const sqs = mockClient(SQSClient);
const bus = mockClient(EventBridgeClient);

const dynamo = mockClient(DynamoDBDocumentClient);

const deps = makeDeps({
  ZONE_ID: 'cn-bj-data-pilot',
  MATCH_REQUESTS_QUEUE_URL: requests,
  MATCH_OVERFLOW_QUEUE_URL: overflow,
  USAGE_TABLE: 'usage',
  PROMPT_LISTINGS_A_MINUTE: JSON.stringify({ organization: 30, domain: 40 }),
  ZONE_BUS_NAME: 'bus',
});
const relay = relayListingChange({ ...deps, clock: () => now });
let used: Map<string, number>;

const changes = (count: number): readonly RowChange[] =>
  Array.from({ length: count }, (_, index) => ({
    sequence: String(100 + index),
    after: makeListingRow(anOffer({ version: index + 1 })),
  }));

beforeEach(() => {
  sqs.reset();
  bus.reset();
  dynamo.reset();
  used = new Map();
  dynamo.on(UpdateCommand).callsFake(({ Key, ExpressionAttributeValues }) => {
    const sum = (used.get(Key.meter) ?? 0) + ExpressionAttributeValues[':count'];
    used.set(Key.meter, sum);
    return { Attributes: { used: sum } };
  });
  sqs.on(SendMessageBatchCommand).callsFake((input: { Entries: { Id: string }[] }) => ({
    Successful: input.Entries.map(({ Id }) => ({ Id })),
  }));
  bus.on(PutEventsCommand).callsFake((input: { Entries: unknown[] }) => ({
    FailedEntryCount: 0,
    Entries: input.Entries.map((_, index) => ({ EventId: String(index) })),
  }));
});

describe('the relay of listing changes', () => {
  it('sends a request and an event for each change, ten at a time', async () => {
    expect(await relay(changes(23))).toEqual(new Map());
    expect(sqs.commandCalls(SendMessageBatchCommand).map((call) => call.args[0].input.Entries?.length)).toEqual([
      10, 10, 3,
    ]);
    expect(bus.commandCalls(PutEventsCommand).map((call) => call.args[0].input.Entries?.length)).toEqual([10, 10, 3]);
    const [first] = sqs.commandCalls(SendMessageBatchCommand)[0]?.args[0].input.Entries ?? [];
    expect(MatchRequestedV1.parse(JSON.parse(first?.MessageBody ?? '')).data.version).toBe(1);
  });

  it('reports just those that the queue did not take when a batch half fails', async () => {
    sqs.on(SendMessageBatchCommand).callsFake((input: { Entries: { Id: string }[] }) => ({
      Successful: input.Entries.filter(({ Id }) => Number(Id) % 2 === 0).map(({ Id }) => ({ Id })),
      Failed: input.Entries.filter(({ Id }) => Number(Id) % 2 === 1).map(({ Id }) => ({
        Id,
        Code: 'InternalError',
        SenderFault: false,
      })),
    }));
    expect(await relay(changes(4))).toEqual(
      new Map([
        ['101', 'InternalError'],
        ['103', 'InternalError'],
      ]),
    );
  });

  it('reports a batch as a whole when the queue throttles it, and the other batches go through', async () => {
    sqs
      .on(SendMessageBatchCommand)
      .rejectsOnce(throttled())
      .callsFake((input: { Entries: { Id: string }[] }) => ({ Successful: input.Entries.map(({ Id }) => ({ Id })) }));
    const failed = await relay(changes(12));
    expect([...failed.keys()]).toEqual(changes(10).map(({ sequence }) => sequence));
    expect(new Set(failed.values())).toEqual(new Set(['ThrottlingException']));
  });

  it('reports a change whose event the bus did not take, though its request was sent', async () => {
    bus
      .on(PutEventsCommand)
      .resolves({ FailedEntryCount: 1, Entries: [{ EventId: 'a' }, { ErrorCode: 'InternalFailure' }] });
    expect(await relay(changes(2))).toEqual(new Map([['101', 'InternalFailure']]));
  });

  it('puts ids and state on the bus, and nothing of what the listing says', async () => {
    const offer = anOffer({ title: 'A title that nobody else may read' });
    await relay([{ sequence: '1', after: makeListingRow(offer) }]);
    const entry = bus.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries?.[0];
    expect(entry?.DetailType).toBe('listing-changed.v1');
    expect(entry?.Detail).toContain(offer.id);
    expect(entry?.Detail).not.toContain('nobody else');
  });
});

describe('shares of a minute', () => {
  const offersOf = (organization: string, domain: string, count: number, from = 0): readonly RowChange[] =>
    Array.from({ length: count }, (_, index) => ({
      sequence: `${organization}-${from + index}`,
      after: makeListingRow(
        anOffer({ organizationId: OrganizationId.parse(organization), domain, version: from + index + 1 }),
      ),
    }));
  const sentTo = (queue: string): number =>
    sqs
      .commandCalls(SendMessageBatchCommand, { QueueUrl: queue })
      .reduce((sum, { args }) => sum + (args[0].input.Entries?.length ?? 0), 0);

  it('let an organization have so many judged at once, whatever it posts, and the rest later', async () => {
    await relay(offersOf('org-a', '54', 25));
    expect([sentTo(requests), sentTo(overflow)]).toEqual([25, 0]);
    await relay(offersOf('org-a', '54', 25, 25));
    expect([sentTo(requests), sentTo(overflow)]).toEqual([30, 20]);
  });

  it('keep a domain that many post in from keeping others waiting, and nobody pays for what its neighbour posts', async () => {
    await relay(offersOf('org-a', '54', 50));
    // org-a has used 30 of the 40 of its domain: what it had above its own share does not count.
    await relay(offersOf('org-b', '54', 20));
    expect([sentTo(requests), sentTo(overflow)]).toEqual([40, 30]);
    await relay(offersOf('org-b', '83', 10, 20));
    expect([sentTo(requests), sentTo(overflow)]).toEqual([50, 30]);
  });

  it('tell of what waits, by number and never by what it says', async () => {
    const told = vi.spyOn(deps.logger, 'warn').mockReturnValue();
    await relay(offersOf('org-a', '54', 31));
    expect(told.mock.calls).toEqual([['share exceeded', { scope: 'organization', name: 'org-a', listings: 1 }]]);
    told.mockRestore();
  });

  it('fails the changes whose share cannot be counted', async () => {
    dynamo.on(UpdateCommand).rejects(throttled());
    await expect(relay(offersOf('org-a', '54', 2))).rejects.toThrow();
  });
});
