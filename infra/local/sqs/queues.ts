import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  QueueNameExists,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { localClient } from '../local-client.ts';
import { LocalFailure } from '../local-failure.ts';
import type { Resource, Stack } from '../template/stack.ts';

const seconds = z.coerce.number().int().min(0).optional();
const QueueProperties = z.object({
  QueueName: z.string().optional(),
  FifoQueue: z.boolean().optional(),
  VisibilityTimeout: seconds,
  MessageRetentionPeriod: seconds,
  DelaySeconds: seconds,
  ReceiveMessageWaitTimeSeconds: seconds,
  MaximumMessageSize: seconds,
});
const Redrive = z.object({
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
});

/** A queue as the zone sees it. */
export type LocalQueue = { readonly id: string; readonly name: string; readonly url: string; readonly arn: string };

/** How many messages wait, are being worked on, and are delayed. */
export type QueueDepth = { readonly visible: number; readonly inFlight: number; readonly delayed: number };

/** Where the SQS server is, and where the Lambdas reach it. */
type Endpoints = { readonly endpoint: string; readonly reached: string };

/** Makes a queue, or gives one that a run before this made what the template says today. */
async function createOrAdjust(
  client: SQSClient,
  QueueName: string,
  Attributes: Record<string, string>,
): Promise<string> {
  try {
    return (await client.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl ?? '';
  } catch (error) {
    if (!(error instanceof QueueNameExists)) throw error;
    const { QueueUrl = '' } = await client.send(new GetQueueUrlCommand({ QueueName }));
    await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
    return QueueUrl;
  }
}

/** A redrive policy names another queue, so it is set once all queues are known. */
async function createQueue(
  client: SQSClient,
  { endpoint, reached }: Endpoints,
  stack: Stack,
  resource: Resource,
): Promise<LocalQueue> {
  const { QueueName, FifoQueue, ...numbers } = resource.read(
    QueueProperties,
    (property) => property !== 'RedrivePolicy',
  );
  if (FifoQueue) throw new LocalFailure(`${resource.id} is a FIFO queue, which the local zone does not run.`);
  const name = (QueueName ?? stack.physicalName(resource.id)).slice(-80);
  const Attributes = Object.fromEntries(
    Object.entries(numbers).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as const])),
  );
  const QueueUrl = await createOrAdjust(client, name, Attributes);
  // The server names itself by a host that needs DNS; its queues are found by the path alone.
  const { pathname } = new URL(QueueUrl);
  const url = new URL(pathname, endpoint).href;
  const answer = await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
  const arn = answer.Attributes?.['QueueArn'] ?? '';
  // The SDK sends a message to the host of the queue's URL, whatever endpoint it is given.
  const known = new URL(pathname, reached).href;
  stack.know(resource.id, known, { Arn: arn, QueueName: name, QueueUrl: known });
  return { id: resource.id, name, url, arn };
}

/** The queues of the zone. */
export class Queues {
  readonly all: readonly LocalQueue[];
  readonly client: SQSClient;
  private readonly deadLetterArns = new Set<string>();
  private readonly origins = new Map<string, LocalQueue>();

  private constructor(client: SQSClient, all: readonly LocalQueue[]) {
    this.client = client;
    this.all = all;
  }

  /** Makes every queue of the template, then says where each one's messages go that nobody could handle. */
  static async create(stack: Stack, endpoints: Endpoints): Promise<Queues> {
    const client = new SQSClient(localClient(endpoints.endpoint, stack.region));
    const resources = stack.ofType('AWS::SQS::Queue');
    const all: LocalQueue[] = [];
    for (const resource of resources) all.push(await createQueue(client, endpoints, stack, resource));
    const queues = new Queues(client, all);
    for (const [index, resource] of resources.entries()) {
      const policy = resource.read(Redrive).RedrivePolicy;
      const queue = all[index];
      if (!policy || !queue) continue;
      queues.deadLetterArns.add(policy.deadLetterTargetArn);
      queues.origins.set(policy.deadLetterTargetArn, queue);
      const Attributes = { RedrivePolicy: JSON.stringify(policy) };
      await client.send(new SetQueueAttributesCommand({ QueueUrl: queue.url, Attributes }));
    }
    return queues;
  }

  /** Marks a queue as one where messages end: they do not keep the zone from being idle. */
  markDeadLetters(arn: string): void {
    this.deadLetterArns.add(arn);
  }

  isDeadLetters(queue: LocalQueue): boolean {
    return this.deadLetterArns.has(queue.arn);
  }

  /** The queue whose messages end in this one; undefined where it is no queue's. */
  originOf(deadLetters: LocalQueue): LocalQueue | undefined {
    return this.origins.get(deadLetters.arn);
  }

  byArn(arn: string): LocalQueue | undefined {
    return this.all.find((queue) => queue.arn === arn);
  }

  /** Puts a message on a queue, as a service of AWS does. */
  async put(arn: string, body: string): Promise<void> {
    const queue = this.byArn(arn);
    if (!queue) throw new LocalFailure(`${arn} is no queue of the template.`);
    await this.client.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: body }));
  }

  async depth(queue: LocalQueue): Promise<QueueDepth> {
    const { Attributes = {} } = await this.client.send(
      new GetQueueAttributesCommand({ QueueUrl: queue.url, AttributeNames: ['All'] }),
    );
    return {
      visible: Number(Attributes['ApproximateNumberOfMessages'] ?? 0),
      inFlight: Number(Attributes['ApproximateNumberOfMessagesNotVisible'] ?? 0),
      delayed: Number(Attributes['ApproximateNumberOfMessagesDelayed'] ?? 0),
    };
  }
}
