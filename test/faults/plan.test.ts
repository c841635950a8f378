import { describe, expect, it } from 'vitest';
import { accessKeyOf, callerIn } from '../../infra/local/door/caller.ts';
import { halved, late, possibleFaults } from '../../infra/local/faults/bodies.ts';
import { Faults } from '../../infra/local/faults/faults.ts';
import { FaultPlan, faultAt, faultKinds } from '../../infra/local/faults/plan.ts';

const calls = Array.from({ length: 2000 }, (_, index) => index + 1);
const possible = possibleFaults('AmazonSQS.SendMessageBatch');
const drawn = (seed: number, rate: number, lambda = 'Match') =>
  calls.map((call) => faultAt(FaultPlan.parse({ seed, rate }), lambda, call, possible));

describe('a plan of faults', () => {
  it('is the same for the same seed, whatever happens beside it, and another for another', () => {
    expect(drawn(1, 0.1)).toEqual(drawn(1, 0.1));
    expect(drawn(1, 0.1)).not.toEqual(drawn(2, 0.1));
    expect(drawn(1, 0.1)).not.toEqual(drawn(1, 0.1, 'Notify'));
  });

  it('lets about its share go wrong, in every kind', () => {
    const faults = drawn(3, 0.1).filter((fault) => fault !== undefined);
    expect(faults.length).toBeGreaterThan(140);
    expect(faults.length).toBeLessThan(260);
    expect(new Set(faults)).toEqual(new Set(faultKinds));
    expect(drawn(3, 0).every((fault) => fault === undefined)).toBe(true);
    expect(drawn(3, 1)).not.toContain(undefined);
  });

  it('lets nothing go wrong in a way that the call cannot', () => {
    const put = possibleFaults('DynamoDB_20120810.PutItem');
    expect(put).not.toContain('twice');
    const plan = FaultPlan.parse({ rate: 1, kinds: ['twice', 'failed'] });
    expect(new Set(calls.map((call) => faultAt(plan, 'Match', call, put)))).toEqual(new Set(['failed']));
    expect(faultAt(FaultPlan.parse({ rate: 1, kinds: ['twice'] }), 'Match', 1, put)).toBeUndefined();
  });

  it('is of some Lambdas alone where it says so', () => {
    const plan = FaultPlan.parse({ rate: 1, lambda: 'Match', kinds: ['failed'] });
    expect(['MatchListing', 'Notify'].map((lambda) => faultAt(plan, lambda, 1, possible))).toEqual([
      'failed',
      undefined,
    ]);
  });

  it('names single calls of a Lambda', () => {
    const faults = new Faults();
    faults.plan(FaultPlan.parse({ at: [{ lambda: 'Match', call: 2, kind: 'died-after' }] }));
    const next = (lambda: string) => faults.next(lambda, possible);
    expect(['MatchListing1', 'Notify1', 'Notify1', 'MatchListing1', 'MatchListing1'].map(next)).toEqual([
      undefined,
      undefined,
      undefined,
      'died-after',
      undefined,
    ]);
    expect(faults.figures).toEqual({
      calls: { MatchListing1: 3, Notify1: 2 },
      faults: { 'died-after': 1 },
      faultsByLambda: { MatchListing1: 1 },
    });
    faults.plan(FaultPlan.parse({}));
    expect(faults.figures).toEqual({ calls: {}, faults: {}, faultsByLambda: {} });
  });

  it.each([{ rate: 2 }, { seed: -1 }, { kinds: [] }, { kinds: ['fire'] }, { rates: 0.1 }])('is refused: %j', (plan) => {
    expect(FaultPlan.safeParse(plan).success).toBe(false);
  });
});

describe('a call', () => {
  it('tells by its signature which environment makes it', () => {
    const caller = { lambda: 'MatchListing1A', environment: '3' };
    const key = accessKeyOf(caller);
    expect(callerIn(`AWS4-HMAC-SHA256 Credential=${key}/20261124/cn-north-1/sqs/aws4_request`)).toEqual(caller);
    expect(callerIn('AWS4-HMAC-SHA256 Credential=local/20261124/cn-north-1/sqs/aws4_request')).toBeUndefined();
    expect(callerIn(undefined)).toBeUndefined();
  });
});

describe('a batch that is taken in part', () => {
  it('answers which messages were not', () => {
    const { first, complete } = halved({ QueueUrl: 'q', Entries: [{ Id: '0' }, { Id: '1' }, { Id: '2' }] });
    expect(first).toEqual({ QueueUrl: 'q', Entries: [{ Id: '0' }, { Id: '1' }] });
    expect(complete({ Successful: [] })).toMatchObject({ Successful: [], Failed: [{ Id: '2' }] });
  });

  it('answers which keys were not', () => {
    const request = { Keys: [{ id: 1 }, { id: 2 }], ConsistentRead: true };
    const { first, complete } = halved({ RequestItems: { listings: request, others: { Keys: [{ id: 3 }] } } });
    expect(first).toEqual({
      RequestItems: { listings: { ...request, Keys: [{ id: 1 }] }, others: { Keys: [{ id: 3 }] } },
    });
    expect(complete({ Responses: {} })).toEqual({
      Responses: {},
      UnprocessedKeys: { listings: { ...request, Keys: [{ id: 2 }] } },
    });
  });
});

it('messages that are late come in another order', () => {
  const Entries = [{ Id: '0' }, { Id: '1' }];
  expect(late('AmazonSQS.SendMessageBatch', { Entries })).toEqual({
    Entries: [
      { Id: '0', DelaySeconds: 3 },
      { Id: '1', DelaySeconds: 2 },
    ],
  });
  expect(late('AmazonSQS.SendMessage', { MessageBody: 'x' })).toEqual({ MessageBody: 'x', DelaySeconds: 1 });
});
