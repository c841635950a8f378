import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { MatchRequestedV1 } from '../../events/match-requested.v1.ts';
import { makeListingRow } from '../../functions/_adapters/dynamo/listing-rows.ts';
import type { RowChange } from '../../functions/_runtime/stream-lambda.ts';
import { makeDeps } from '../../functions/relay-listing-change/deps.ts';
import { relayListingChange } from '../../functions/relay-listing-change/relay-listing-change.ts';
import { anOffer } from '../builders/offer.ts';
import { throttled } from './throttled.ts';

const sqs = mockClient(SQSClient);
const bus = mockClient(EventBridgeClient);

const relay = relayListingChange(
  makeDeps({
    ZONE_ID: 'cn-bj-data-pilot',
    MATCH_REQUESTS_QUEUE_URL: 'https://sqs.example/requests',
    ZONE_BUS_NAME: 'bus',
  }),
);

const changes = (count: number): readonly RowChange[] =>
  Array.from({ length: count }, (_, index) => ({
    sequence: String(100 + index),
    after: makeListingRow(anOffer({ version: index + 1 })),
  }));

beforeEach(() => {
  sqs.reset();
  bus.reset();
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
