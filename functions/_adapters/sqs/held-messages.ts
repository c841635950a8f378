import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** SQS's limit for one ReceiveMessage. */
const batchSize = 10;

/** How long a message is in nobody's sight while it is looked at; it is given back before, but for a Lambda that ends. */
const hiddenSeconds = 60;

/** How many messages are given back at a time: a Lambda that looked through thousands has little time left. */
const givenBackAtOnce = 50;

/** What becomes of a message that was looked at: it goes, or it is given back. */
export type Fate = 'gone' | 'stays';

/** Looks at what a queue holds, which SQS shows by handing it out alone. */
export function makeHeldMessages(client: SQSClient, queueUrl: string) {
  const at = { QueueUrl: queueUrl };

  /** How many it holds; by SQS's own word a minute old at the most. */
  async function count(): Promise<number> {
    const name = 'ApproximateNumberOfMessages';
    const { Attributes = {} } = await client.send(new GetQueueAttributesCommand({ ...at, AttributeNames: [name] }));
    return Number(Attributes[name] ?? 0);
  }

  async function receive(most: number): Promise<readonly Message[]> {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        ...at,
        MaxNumberOfMessages: Math.min(batchSize, most),
        VisibilityTimeout: hiddenSeconds,
        WaitTimeSeconds: 1,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount'],
      }),
    );
    return Messages;
  }

  async function giveBack(messages: readonly Message[]): Promise<void> {
    for (let start = 0; start < messages.length; start += givenBackAtOnce) {
      const some = messages.slice(start, start + givenBackAtOnce);
      await Promise.all(
        some.map(({ ReceiptHandle }) =>
          client.send(new ChangeMessageVisibilityCommand({ ...at, ReceiptHandle, VisibilityTimeout: 0 })),
        ),
      );
    }
  }

  return {
    count,

    /**
     * Hands over each of at most `most` messages, once, and has those go that say so. The others are given back at the end,
     * so that none is handed out twice meanwhile; `mayGoOn` is asked before more are taken.
     */
    async look(most: number, handle: (message: Message) => Promise<Fate>, mayGoOn = () => true): Promise<void> {
      const stay: Message[] = [];
      let seen = 0;
      try {
        while (seen < most && mayGoOn()) {
          const messages = await receive(most - seen);
          if (messages.length === 0) break;
          seen += messages.length;
          // All of them stay until something is done with them, whatever happens.
          stay.push(...messages);
          for (const message of messages) {
            if ((await handle(message)) === 'stays') continue;
            await client.send(new DeleteMessageCommand({ ...at, ReceiptHandle: message.ReceiptHandle }));
            stay.splice(stay.indexOf(message), 1);
          }
        }
      } finally {
        await giveBack(stay);
      }
    },
  };
}

/** Sends a body as it is. */
export const makeBodySender =
  (client: SQSClient, queueUrl: string) =>
  async (body: string): Promise<void> => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
  };
