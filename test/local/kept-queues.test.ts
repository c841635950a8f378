import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSqs } from '../../infra/local/sqs/server.ts';

const region = 'cn-north-1';
let folder: string;
let server: Awaited<ReturnType<typeof startSqs>>;
let client: SQSClient;
let QueueUrl: string;

async function start(): Promise<void> {
  server = await startSqs(region, folder);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new SQSClient({ region, endpoint: server.endpoint, credentials, maxAttempts: 1 });
  QueueUrl = (await client.send(new CreateQueueCommand({ QueueName: 'kept' }))).QueueUrl ?? expect.fail();
}

/** Takes the one message that waits, for an hour, and answers how to give it back and how often it was taken. */
async function take() {
  const MessageSystemAttributeNames = ['ApproximateReceiveCount' as const];
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 3600, MessageSystemAttributeNames }),
  );
  return Messages.map(({ Body, ReceiptHandle, Attributes }) => ({
    body: Body,
    handle: ReceiptHandle,
    taken: Attributes?.ApproximateReceiveCount,
  }));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonematch-queues-'));
  await start();
});
afterAll(async () => {
  client?.destroy();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a queue that is kept', () => {
  it('takes back what was handed out', async () => {
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }));
    const [first] = await take();
    expect(first).toMatchObject({ body: 'one', taken: '1' });
    expect(await take()).toEqual([]);
    await client.send(
      new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: first?.handle, VisibilityTimeout: 0 }),
    );
    expect(await take()).toMatchObject([{ body: 'one', taken: '2' }]);
  });

  it('hands out at once, after a start, what had been handed out before, and still counts how often', async () => {
    client.destroy();
    await server.stop();
    await start();
    expect(await take()).toMatchObject([{ body: 'one', taken: '3' }]);
    expect(await take()).toEqual([]);
  });
});
