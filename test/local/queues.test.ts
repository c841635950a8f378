import { SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { arnOf, MiniAssembly } from './mini-assembly.ts';
import { MiniZone } from './mini-zone.ts';

/** Writes each batch; a message fails as often as its body says, and `bad answer` has it answer nonsense. */
const work = `
export const handler = async ({ Records }) => {
  console.log(JSON.stringify({ records: Records }));
  const failed = Records.filter(({ body, attributes }) =>
    JSON.parse(body).failures >= Number(attributes.ApproximateReceiveCount));
  if (failed.some(({ body }) => JSON.parse(body).how === 'throw')) throw new Error('all of it');
  if (failed.some(({ body }) => JSON.parse(body).how === 'stranger')) return { batchItemFailures: [{ itemIdentifier: 'x' }] };
  if (failed.some(({ body }) => JSON.parse(body).how === 'nonsense')) return { batchItemFailures: 'all' };
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
};`;

const Record = z.looseObject({
  messageId: z.string(),
  body: z.string(),
  attributes: z.looseObject({ ApproximateReceiveCount: z.coerce.number() }),
  messageAttributes: z.record(z.string(), z.unknown()),
});
const Batch = z.object({ records: z.array(Record) });

let zone: MiniZone;

beforeAll(async () => {
  const quick = { VisibilityTimeout: 1 };
  const assembly = new MiniAssembly()
    .lambda('Work', work)
    .lambda('Gather', work)
    .lambda('Careless', work)
    .queue('Jobs', quick, 2)
    .queue('Slow', quick)
    .queue('Loose', quick)
    .mapping(arnOf('Jobs'), 'Work', { BatchSize: 5 })
    .mapping(arnOf('Slow'), 'Gather', { BatchSize: 3, MaximumBatchingWindowInSeconds: 5 })
    .mapping(arnOf('Loose'), 'Careless', { FunctionResponseTypes: [] });
  zone = await MiniZone.start(assembly);
});
afterAll(() => zone?.stop());

type Job = { readonly name: string; readonly failures?: number; readonly how?: string };

async function send(queue: string, jobs: readonly Job[]): Promise<void> {
  const Entries = jobs.map((job, index) => ({ Id: String(index), MessageBody: JSON.stringify(job) }));
  await zone.sqs.send(new SendMessageBatchCommand({ QueueUrl: (await zone.queue(queue)).url, Entries }));
}

/** The names of the jobs, batch by batch. */
const batchesOf = (lambda: string) =>
  zone
    .readAll(lambda, Batch)
    .map(({ records }) => records.map(({ body }) => z.object({ name: z.string() }).parse(JSON.parse(body)).name));
const timesOf = (lambda: string, name: string) =>
  batchesOf(lambda)
    .flat()
    .filter((other) => other === name).length;

describe('a queue and its Lambda', () => {
  it('give it what fails again, and nothing else', async () => {
    await send('Jobs', [{ name: 'a' }, { name: 'b', failures: 1 }, { name: 'c' }]);
    await zone.settle();
    expect(['a', 'b', 'c'].map((name) => timesOf('Work', name))).toEqual([1, 2, 1]);
    expect((await zone.queue('JobsDead')).visible).toBe(0);
  });

  it.each(['throw', 'stranger', 'nonsense'])('give it the whole batch again after %s', async (how) => {
    await send('Jobs', [{ name: `${how}-bad`, failures: 1, how }, { name: `${how}-good` }]);
    await zone.settle();
    expect(timesOf('Work', `${how}-bad`)).toBe(2);
    const together = batchesOf('Work').some((batch) => batch.length === 2 && batch.includes(`${how}-bad`));
    expect(timesOf('Work', `${how}-good`)).toBe(together ? 2 : 1);
  });

  it('put away what failed as often as it may, and go on with the others', async () => {
    await send('Jobs', [{ name: 'poison', failures: 99 }, { name: 'neighbour' }]);
    await zone.settle();
    expect([timesOf('Work', 'poison'), timesOf('Work', 'neighbour')]).toEqual([2, 1]);
    expect((await zone.queue('JobsDead')).visible).toBe(1);
  });

  it('do not listen to failures where the mapping does not ask for them', async () => {
    await send('Loose', [{ name: 'lost', failures: 5 }]);
    await zone.settle();
    expect(timesOf('Careless', 'lost')).toBe(1);
  });

  it('hand it records as Lambda does', async () => {
    await zone.sqs.send(
      new SendMessageCommand({
        QueueUrl: (await zone.queue('Jobs')).url,
        MessageBody: JSON.stringify({ name: 'shape' }),
        MessageAttributes: {
          kind: { DataType: 'String', StringValue: 'text' },
          bytes: { DataType: 'Binary', BinaryValue: Buffer.from([1, 2]) },
        },
      }),
    );
    await zone.settle();
    const records = zone.readAll('Work', Batch).flatMap((batch) => batch.records);
    expect(records.find(({ body }) => body.includes('shape'))).toEqual({
      messageId: expect.any(String),
      receiptHandle: expect.any(String),
      body: '{"name":"shape"}',
      attributes: expect.objectContaining({ SentTimestamp: expect.stringMatching(/^\d{13}$/) }),
      messageAttributes: {
        kind: { stringValue: 'text', stringListValues: [], binaryListValues: [], dataType: 'String' },
        bytes: { binaryValue: 'AQI=', stringListValues: [], binaryListValues: [], dataType: 'Binary' },
      },
      md5OfBody: expect.stringMatching(/^[0-9a-f]{32}$/),
      md5OfMessageAttributes: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventSource: 'aws:sqs',
      eventSourceARN: expect.stringContaining('mini-Jobs'),
      awsRegion: 'cn-north-1',
    });
  });

  it('gather messages until the batch is full, without waiting for the end of the window', async () => {
    const begun = Date.now();
    for (const name of ['1', '2', '3']) await send('Slow', [{ name }]);
    await zone.settle();
    expect(batchesOf('Gather').flat().toSorted()).toEqual(['1', '2', '3']);
    expect(Date.now() - begun).toBeLessThan(15_000);
  });
});
