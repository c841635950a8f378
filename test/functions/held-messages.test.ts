import { setTimeout } from 'node:timers/promises';
import { ChangeMessageVisibilityCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { makeHeldMessages } from '../../functions/_adapters/sqs/held-messages.ts';

it('gives thousands of messages back in the time that a Lambda has left, each once', async () => {
  const sqs = mockClient(SQSClient);
  let handed = 0;
  sqs.on(ReceiveMessageCommand).callsFake(({ MaxNumberOfMessages = 1 }) => ({
    Messages: Array.from({ length: MaxNumberOfMessages }, () => ({ ReceiptHandle: `receipt-${handed++}` })),
  }));
  let [atOnce, most] = [0, 0];
  sqs.on(ChangeMessageVisibilityCommand).callsFake(async () => {
    most = Math.max(most, ++atOnce);
    await setTimeout(1);
    atOnce -= 1;
  });
  const { look } = makeHeldMessages(new SQSClient({}), 'https://sqs.example/dead');
  await look(1000, async () => 'stays');
  const given = sqs.commandCalls(ChangeMessageVisibilityCommand).map(({ args }) => args[0].input.ReceiptHandle);
  expect(new Set(given).size).toBe(1000);
  expect(given).toHaveLength(1000);
  expect(most).toBeGreaterThan(10);
});
