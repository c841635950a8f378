import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessKeyOf, type Caller } from '../../infra/local/door/caller.ts';
import { startDoor } from '../../infra/local/door/door.ts';
import { makeFaultStep } from '../../infra/local/faults/fault-step.ts';
import { Faults } from '../../infra/local/faults/faults.ts';
import { type FaultKind, FaultPlan } from '../../infra/local/faults/plan.ts';
import { listenLocally } from '../../infra/local/listen.ts';
import type { Stoppable } from '../../infra/local/stoppable.ts';

type Received = { readonly operation: string; readonly body: unknown };

/** What the service behind the proxy was asked, and which environments were ended, in the order in which it came about. */
let happened: (Received | { readonly killed: Caller })[] = [];
let upstreamStatus = 200;
let started: Stoppable[] = [];
let address = '';
const faults = new Faults();

const caller: Caller = { lambda: 'MatchListing', environment: '3' };
const batch = { QueueUrl: 'http://queue', Entries: ['a', 'b', 'c', 'd', 'e'].map((Id) => ({ Id, MessageBody: Id })) };
const idsOf = (received: unknown) => (received as typeof batch).Entries.map(({ Id }) => Id);

beforeEach(async () => {
  happened = [];
  upstreamStatus = 200;
  const upstream = await listenLocally(
    createServer(async (request, response) => {
      const body: unknown = JSON.parse(await text(request));
      happened.push({ operation: String(request.headers['x-amz-target']), body });
      response.writeHead(upstreamStatus, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify({ asked: happened.length }));
    }),
    0,
  );
  const kill = async (killed: Caller): Promise<void> => void happened.push({ killed });
  const door = await startDoor({ upstream: upstream.address, steps: [makeFaultStep({ faults, kill })] });
  address = door.address;
  started = [door, upstream];
});
afterEach(async () => {
  for (const one of started) await one.stop();
});

const plan = (kind: FaultKind): void => faults.plan(FaultPlan.parse({ rate: 1, kinds: [kind] }));

function ask(operation: string, body: unknown, by: Caller | 'nobody' = caller): Promise<Response> {
  const authorization = `AWS4-HMAC-SHA256 Credential=${by === 'nobody' ? 'AKIASOMEBODY' : accessKeyOf(by)}/20261123/x/sqs/aws4_request`;
  return fetch(address, {
    method: 'POST',
    headers: { 'x-amz-target': operation, authorization },
    body: JSON.stringify(body),
  });
}
const send = (body: unknown = batch) => ask('AmazonSQS.SendMessageBatch', body);
const put = () => ask('DynamoDB_20120810.PutItem', { Item: {} });
const asked = (operation: string, body: unknown): Received => ({ operation, body });
const sent = asked('AmazonSQS.SendMessageBatch', batch);
const written = asked('DynamoDB_20120810.PutItem', { Item: {} });

describe('a call that goes well', () => {
  it('is handed on, and its answer back', async () => {
    faults.end();
    const answer = await send();
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ asked: 1 });
    expect(happened).toEqual([sent]);
  });

  it('is every call of somebody who is no Lambda, whatever is planned', async () => {
    plan('failed');
    expect((await ask('DynamoDB_20120810.PutItem', { Item: {} }, 'nobody')).status).toBe(200);
    expect(happened).toHaveLength(1);
  });
});

describe('a call that goes wrong', () => {
  it.each([
    ['throttled', 400, 'ThrottlingException'],
    ['failed', 500, 'InternalServerError'],
  ] as const)('%s: is answered so, and nothing is done', async (kind, status, __type) => {
    plan(kind);
    const answer = await put();
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ __type });
    expect(happened).toEqual([]);
  });

  it('answer-lost: is done, and nobody is told', async () => {
    plan('answer-lost');
    await expect(put()).rejects.toThrow('fetch failed');
    expect(happened).toEqual([written]);
  });

  it.each([
    ['died-before', [{ killed: caller }]],
    ['died-after', [written, { killed: caller }]],
  ] as const)('%s: ends the environment that called, and no answer comes', async (kind, expected) => {
    plan(kind);
    await expect(put()).rejects.toThrow('fetch failed');
    expect(happened).toEqual(expected);
  });

  it('twice: comes twice', async () => {
    plan('twice');
    expect(await (await send()).json()).toEqual({ asked: 2 });
    expect(happened).toEqual([sent, sent]);
  });

  it('late: what was sent first comes last', async () => {
    plan('late');
    expect((await send()).status).toBe(200);
    expect(happened).toEqual([
      asked('AmazonSQS.SendMessageBatch', {
        ...batch,
        Entries: batch.Entries.map((entry, index) => ({ ...entry, DelaySeconds: [3, 2, 1, 3, 2][index] })),
      }),
    ]);
  });

  it('late: so does a single message', async () => {
    plan('late');
    await ask('AmazonSQS.SendMessage', { MessageBody: 'a' });
    expect(happened).toEqual([asked('AmazonSQS.SendMessage', { MessageBody: 'a', DelaySeconds: 1 })]);
  });

  it('half-done: the first half is sent on, and the caller is told of the rest', async () => {
    plan('half-done');
    const answer = (await (await send()).json()) as { asked: number; Failed: { Id: string }[] };
    expect(happened).toHaveLength(1);
    expect(idsOf((happened[0] as Received).body)).toEqual(['a', 'b', 'c']);
    expect(answer.Failed.map(({ Id }) => Id)).toEqual(['d', 'e']);
  });

  it('half-done: of keys to read, the rest is handed back as not processed', async () => {
    plan('half-done');
    const Keys = [1, 2, 3].map((n) => ({ id: { N: String(n) } }));
    const answer = await ask('DynamoDB_20120810.BatchGetItem', {
      RequestItems: { Table: { Keys, ConsistentRead: true } },
    });
    expect(happened).toEqual([
      asked('DynamoDB_20120810.BatchGetItem', {
        RequestItems: { Table: { Keys: Keys.slice(0, 2), ConsistentRead: true } },
      }),
    ]);
    expect(await answer.json()).toMatchObject({
      UnprocessedKeys: { Table: { Keys: Keys.slice(2), ConsistentRead: true } },
    });
  });

  it('half-done: an error of the service stays an error', async () => {
    plan('half-done');
    upstreamStatus = 400;
    const answer = await send();
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ asked: 1 });
  });

  it('ends as a connection does where the service is gone', async () => {
    faults.end();
    await started[1]?.stop();
    await expect(put()).rejects.toThrow('fetch failed');
  });
});
