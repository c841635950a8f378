import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { makeHide } from '../../functions/_adapters/sqs/visibility.ts';
import { makeLogger } from '../../functions/_runtime/logger.ts';
import { queueGroupLambda } from '../../functions/_runtime/queue-group-lambda.ts';
import { queueLambda } from '../../functions/_runtime/queue-lambda.ts';
import { makePutOff, waitAfter } from '../../functions/_runtime/retries.ts';
import { mailRetries } from '../../infra/notification/mail-retries.ts';
import { lambdaContext, sqsEvent } from './lambda-events.ts';
import { throttled } from './throttled.ts';

const sqs = mockClient(SQSClient);
const waits = [60, 300, 900];
const logger = makeLogger('test');
const schema = z.object({ group: z.string(), fails: z.boolean() });
const common = {
  logger,
  schema,
  park: async () => undefined,
  putOff: makePutOff(makeHide(new SQSClient({}), 'https://sqs.example/queue'), waits),
};
const work = async ({ fails }: z.infer<typeof schema>): Promise<void> => {
  if (fails) throw new Error('not now');
};

/** Three messages, handed out for the second time; the first two are of one group, and fail. */
const event = sqsEvent(
  ...[['a', true] as const, ['a', true] as const, ['b', false] as const].map(([group, fails]) =>
    JSON.stringify({ group, fails }),
  ),
);
for (const { attributes } of event.Records) attributes.ApproximateReceiveCount = '2';

const hidden = () =>
  sqs
    .commandCalls(ChangeMessageVisibilityCommand)
    .map(({ args }) => [args[0].input.ReceiptHandle, args[0].input.VisibilityTimeout]);

beforeEach(() => {
  sqs.reset();
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(logger, level).mockReturnValue();
});

describe.each([
  ['one by one', queueLambda({ ...common, handle: work })],
  [
    'by groups',
    queueGroupLambda({
      ...common,
      groupBy: ({ group }) => group,
      handle: async (group) => {
        for (const one of group) await work(one);
      },
      postpone: { reserveMs: 0, send: async () => undefined },
    }),
  ],
])('messages taken %s', (_, handler) => {
  it('come again later where their work fails, the later the more often it did, and their neighbours are done', async () => {
    const failed = [{ itemIdentifier: 'message-0' }, { itemIdentifier: 'message-1' }];
    expect(await handler(event, lambdaContext)).toEqual({ batchItemFailures: failed });
    expect(hidden()).toEqual([
      ['receipt-0', 300],
      ['receipt-1', 300],
    ]);
  });

  it('come again at the queue’s own time where it does not take that', async () => {
    sqs.on(ChangeMessageVisibilityCommand).rejects(throttled());
    expect(await handler(event, lambdaContext)).toMatchObject({ batchItemFailures: [{}, {}] });
  });
});

describe('the wait after a try', () => {
  it('grows, and stays at its longest', () => {
    expect([0, 1, 2, 3, 4, 99].map((tries) => waitAfter(tries, waits))).toEqual([60, 60, 300, 900, 900, 900]);
    expect(waitAfter(1, [])).toBeUndefined();
  });

  it('of mails outlives greylisting and a relay that is down for a night, and is never longer than SQS allows', () => {
    const seconds = mailRetries.map((wait) => wait.toSeconds());
    expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
    expect(seconds[0]).toBe(60);
    expect(Math.max(...seconds)).toBeLessThanOrEqual(43_200);
    expect(seconds.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(9 * 3600);
  });
});
