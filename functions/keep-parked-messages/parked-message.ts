import type { Message } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { Instant } from '../../domain/time.ts';

const Enveloped = z.object({ id: z.string().max(200), type: z.string().regex(/^[a-z-]+[.]v\d+$/) });

/** What Lambda says of stream records that could not be relayed (AWS Lambda developer guide, "Configuring on-failure destinations"). */
const Unrelayed = z.object({
  requestContext: z.object({ condition: z.string().max(100), approximateInvokeCount: z.number().optional() }),
  DDBStreamBatchInfo: z.object({ batchSize: z.number() }),
});

/** A parked message as the operator is shown it: what it is about, and never what it says. */
export type ParkedMessage = {
  readonly id: string;
  /** Since when it waits to be handled. */
  readonly since: Instant;
  /** Why it is parked: what is wrong with it, or that its work failed as often as it may. */
  readonly reason: string;
  /** The type and the id of the event, where it is one. */
  readonly type?: string;
  readonly event?: string;
  /** How many changes of a table it stands for. */
  readonly changes?: number;
};

function parsed(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}

/** What may be told of a message: ids, and the codes that it was parked with. */
export function parkedMessage({ MessageId = '', Body, Attributes, MessageAttributes }: Message): ParkedMessage {
  const body = parsed(Body);
  const { data: event } = Enveloped.safeParse(body);
  const { data: unrelayed } = Unrelayed.safeParse(body);
  const said = MessageAttributes?.['reason']?.StringValue;
  return {
    id: MessageId,
    since: Instant.parse(new Date(Number(Attributes?.SentTimestamp ?? 0)).toISOString()),
    reason: (said ?? unrelayed?.requestContext.condition ?? 'failed').slice(0, 1000),
    ...(event && { type: event.type, event: event.id }),
    ...(unrelayed && { changes: unrelayed.DDBStreamBatchInfo.batchSize }),
  };
}
