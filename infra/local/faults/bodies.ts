import * as z from 'zod';
import type { FaultKind } from './plan.ts';

const Entries = z.looseObject({ Entries: z.array(z.looseObject({})) });
const Batches = z.looseObject({ RequestItems: z.record(z.string(), z.looseObject({ Keys: z.array(z.unknown()) })) });
const Message = z.looseObject({});

const latest = 3;

const always: readonly FaultKind[] = ['throttled', 'failed', 'answer-lost', 'died-before', 'died-after'];

/** What can go wrong with an operation, named as `X-Amz-Target` has it. */
export function possibleFaults(operation: string): readonly FaultKind[] {
  switch (operation) {
    case 'AmazonSQS.SendMessageBatch':
      return [...always, 'half-done', 'twice', 'late'];
    case 'AmazonSQS.SendMessage':
      return [...always, 'twice', 'late'];
    case 'DynamoDB_20120810.BatchGetItem':
      return [...always, 'half-done'];
    default:
      return always;
  }
}

/** The request with its messages late, each by another number of seconds, so that the last may come first. */
export function late(operation: string, body: unknown): unknown {
  if (operation === 'AmazonSQS.SendMessage') return { ...Message.parse(body), DelaySeconds: 1 };
  const { Entries: entries, ...rest } = Entries.parse(body);
  return {
    ...rest,
    Entries: entries.map((entry, index) => ({ ...entry, DelaySeconds: latest - (index % latest) })),
  };
}

/** The first half of a batch, as a request of its own, and how the answer says that the rest was not taken. */
export function halved(body: unknown): { readonly first: unknown; readonly complete: (answer: unknown) => unknown } {
  const send = Entries.safeParse(body);
  if (send.success) {
    const { Entries: entries, ...rest } = send.data;
    const middle = Math.ceil(entries.length / 2);
    const Failed = entries
      .slice(middle)
      .map((entry) => ({ Id: entry['Id'], Code: 'InternalError', SenderFault: false, Message: 'not taken' }));
    return {
      first: { ...rest, Entries: entries.slice(0, middle) },
      complete: (answer) => ({ ...Message.parse(answer), Failed }),
    };
  }
  const { RequestItems, ...rest } = Batches.parse(body);
  const split = (take: (keys: readonly unknown[], middle: number) => readonly unknown[]) =>
    Object.fromEntries(
      Object.entries(RequestItems).flatMap(([table, { Keys, ...request }]) => {
        const taken = take(Keys, Math.ceil(Keys.length / 2));
        return taken.length > 0 ? [[table, { ...request, Keys: taken }] as const] : [];
      }),
    );
  return {
    first: { ...rest, RequestItems: split((keys, middle) => keys.slice(0, middle)) },
    complete: (answer) => ({
      ...Message.parse(answer),
      UnprocessedKeys: split((keys, middle) => keys.slice(middle)),
    }),
  };
}
