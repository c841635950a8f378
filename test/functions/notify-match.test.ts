import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { frame } from '../../events/envelope.ts';
import { MatchFoundV1 } from '../../events/match-found.v1.ts';
import { queueGroupLambda } from '../../functions/_runtime/queue-group-lambda.ts';
import { makeDeps } from '../../functions/notify-match/deps.ts';
import { Notice } from '../../functions/notify-match/notice.ts';
import { longestGroupMs, postponeNotices } from '../../functions/notify-match/notify-match.ts';
import { now } from '../builders/moment.ts';
import { demandId, matchId, offerId, org } from '../stores/ids.ts';
import { lambdaContext, sqsEvent } from './lambda-events.ts';
import { tellingVariables } from './telling-variables.ts';
import { throttled } from './throttled.ts';

const sqs = mockClient(SQSClient);
const deps = makeDeps({
  ...tellingVariables,
  NOTIFICATIONS_QUEUE_URL: 'https://sqs.example/notices',
  DEAD_LETTER_QUEUE_URL: 'https://sqs.example/dead',
  RETRY_QUEUE_URL: 'https://sqs.example/notices',
  RETRY_AFTER_SECONDS: '[60]',
});

const notice = (match: number, demand: number): MatchFoundV1 =>
  frame(
    'match-found.v1',
    { id: `${matchId(match)}.found`, zone: 'test', time: now },
    {
      matchId: matchId(match),
      offerId: offerId(match),
      offerVersion: 1,
      demandId: demandId(demand),
      demandVersion: 1,
      supplierId: org('org-supplier'),
      buyerId: org('org-buyer'),
      score: 90,
    },
  );
const event = sqsEvent(...[notice(1, 1), notice(2, 2), notice(3, 2)].map((one) => JSON.stringify(one)));

/** Handles the three notices of two demands; each demand handled takes as long as one may. */
async function handled(msLeft: number) {
  let left = msLeft;
  const told: number[] = [];
  const handler = queueGroupLambda({
    logger: deps.logger,
    schema: Notice,
    park: deps.park,
    groupBy: ({ data }) => data.demandId,
    handle: async (notices) => {
      told.push(notices.length);
      left -= longestGroupMs;
    },
    postpone: { reserveMs: longestGroupMs, send: postponeNotices(deps) },
  });
  const answer = await handler(event, { ...lambdaContext, getRemainingTimeInMillis: () => left });
  return { told, failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

const postponed = () =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .flatMap(({ args }) => args[0].input.Entries ?? [])
    .map(({ MessageBody }) => MatchFoundV1.parse(JSON.parse(MessageBody ?? '')).data.matchId);

beforeEach(() => {
  sqs.reset();
  vi.spyOn(deps.logger, 'info').mockReturnValue();
  vi.spyOn(deps.logger, 'error').mockReturnValue();
  sqs.on(SendMessageBatchCommand).callsFake((input: { Entries: { Id: string }[] }) => ({
    Successful: input.Entries.map(({ Id }) => ({ Id })),
  }));
});

describe('notices that a run has no time for', () => {
  it('go back to the end of their queue, and do not count as tried', async () => {
    expect(await handled(longestGroupMs * 1.5)).toEqual({ told: [1], failed: [] });
    expect(postponed()).toEqual([matchId(2), matchId(3)]);
  });

  it('are none where there is time for all', async () => {
    expect(await handled(longestGroupMs * 3)).toEqual({ told: [1, 2], failed: [] });
    expect(postponed()).toEqual([]);
  });

  it('come again where the queue does not take them', async () => {
    sqs.on(SendMessageBatchCommand).rejects(throttled());
    expect(await handled(longestGroupMs * 1.5)).toEqual({ told: [1], failed: ['message-1', 'message-2'] });
  });
});
