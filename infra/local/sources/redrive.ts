import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { LocalQueue, Queues } from '../sqs/queues.ts';
import type { EventSource } from './source.ts';

/** What became of the messages that a dead-letter queue held. */
export type Redriven = { readonly queue: string; readonly putBack: number; readonly left: number };

/** Handles one parked message anew; answers whether that is done, so that it can go. */
type Handling = (message: Message) => Promise<boolean>;

/** How long a message is out of sight while others are put back. */
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

/** Whether a message was handled anew. Whatever went wrong with it, it stays where it is. */
const isHandled = (handle: Handling, message: Message): Promise<boolean> => handle(message).catch(() => false);

async function redriveQueue(
  client: SQSClient,
  deadLetters: LocalQueue,
  held: number,
  handle: Handling,
): Promise<Redriven> {
  const { url: QueueUrl, id: queue } = deadLetters;
  const stayed: string[] = [];
  let putBack = 0;
  while (putBack + stayed.length < held) {
    const { Messages: [message] = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 1,
        VisibilityTimeout: hiddenSeconds,
        MessageAttributeNames: ['All'],
      }),
    );
    if (!message) break;
    const { ReceiptHandle = '' } = message;
    if (await isHandled(handle, message)) {
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      putBack += 1;
    } else stayed.push(ReceiptHandle);
  }
  // What stays is in sight again at once, so that whoever looks next finds it.
  for (const ReceiptHandle of stayed) {
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  }
  return { queue, putBack, left: held - putBack };
}

/**
 * Puts back what dead-letter queues hold at this moment: messages go to the queue that they came from, stream records to
 * the Lambda that reads them. What fails again stays.
 */
export async function redrive(queues: Queues, sources: readonly EventSource[]): Promise<readonly Redriven[]> {
  const done: Redriven[] = [];
  for (const deadLetters of queues.all.filter((queue) => queues.isDeadLetters(queue))) {
    const handle = handlingOf(deadLetters, queues, sources);
    const { visible } = await queues.depth(deadLetters);
    if (visible === 0) continue;
    done.push(
      handle
        ? await redriveQueue(queues.client, deadLetters, visible, handle)
        : { queue: deadLetters.id, putBack: 0, left: visible },
    );
  }
  return done;
}
