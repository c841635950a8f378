import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import type { LocalQueue, Queues } from '../sqs/queues.ts';
import type { EventSource } from './source.ts';

/** What became of the messages that a dead-letter queue held. */
export type Redriven = { readonly queue: string; readonly putBack: number; readonly left: number };

/** Handles one parked message anew; answers whether that is done, so that it can go. */
type Handling = (message: Message) => Promise<boolean>;

/** How long a message is out of sight while it is put back. */
const hiddenSeconds = 60;

function handlingOf(deadLetters: LocalQueue, queues: Queues, sources: readonly EventSource[]): Handling | undefined {
  const origin = queues.originOf(deadLetters);
  if (origin) {
    return async ({ Body, MessageAttributes }) => {
      await queues.client.send(
        new SendMessageCommand({
          QueueUrl: origin.url,
          MessageBody: Body,
          ...(MessageAttributes && { MessageAttributes }),
        }),
      );
      return true;
    };
  }
  const again = sources.find(({ parked }) => parked?.arn === deadLetters.arn)?.parked?.again;
  return again && (({ Body = '' }) => again(Body));
}

/**
 * Puts back what dead-letter queues hold at this moment: messages go to the queue that they came from, stream records to
 * the Lambda that reads them. What fails again stays.
 */
export async function redrive(queues: Queues, sources: readonly EventSource[]): Promise<readonly Redriven[]> {
  const { client } = queues;
  const done: Redriven[] = [];
  for (const deadLetters of queues.all.filter((queue) => queues.isDeadLetters(queue))) {
    const handle = handlingOf(deadLetters, queues, sources);
    const { visible } = await queues.depth(deadLetters);
    let putBack = 0;
    for (let taken = 0; handle && taken < visible; taken++) {
      const { Messages: [message] = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: deadLetters.url,
          MaxNumberOfMessages: 1,
          VisibilityTimeout: hiddenSeconds,
          MessageAttributeNames: ['All'],
        }),
      );
      if (!message) break;
      if (!(await handle(message))) continue;
      await client.send(
        new DeleteMessageCommand({ QueueUrl: deadLetters.url, ReceiptHandle: message.ReceiptHandle ?? '' }),
      );
      putBack += 1;
    }
    if (visible > 0) done.push({ queue: deadLetters.id, putBack, left: visible - putBack });
  }
  return done;
}
