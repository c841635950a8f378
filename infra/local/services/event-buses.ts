import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Stack } from '../template/stack.ts';
import { type Operation, ServiceError } from './json-services.ts';

const Entry = z.looseObject({
  EventBusName: z.string().default('default'),
  Source: z.string().min(1),
  DetailType: z.string().min(1),
  Detail: z.string(),
});
const PutEvents = z.object({ Entries: z.array(z.unknown()).min(1).max(10) });

/** EventBridge's limit for one PutEvents, in bytes. */
const largestRequest = 1024 * 1024;

/** An event as a bus took it. */
export type BusEvent = z.infer<typeof Entry> & { readonly EventId: string };

const isObject = (text: string): boolean => {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
};

/** The zone's buses: they keep what was put on them, in order, for whoever looks. */
export class EventBuses {
  readonly events: BusEvent[] = [];
  private readonly names = new Set<string>();

  constructor(stack: Stack) {
    for (const resource of stack.ofType('AWS::Events::EventBus')) {
      const name = String(resource.properties()['Name'] ?? stack.physicalName(resource.id));
      const arn = stack.arn('events', `event-bus/${name}`);
      this.names.add(name).add(arn);
      stack.know(resource.id, name, { Arn: arn, Name: name });
    }
  }

  readonly operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
    [
      'AWSEvents.PutEvents',
      (input) => {
        const { Entries } = PutEvents.parse(input);
        if (Buffer.byteLength(JSON.stringify(Entries)) > largestRequest) {
          throw new ServiceError('ValidationException', 'Total size of the entries in the request is over the limit.');
        }
        const results = Entries.map((entry) => this.put(entry));
        return { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results };
      },
    ],
  ]);

  private put(entry: unknown): { EventId: string } | { ErrorCode: string; ErrorMessage: string } {
    const { data } = Entry.safeParse(entry);
    if (!data) return { ErrorCode: 'InvalidArgument', ErrorMessage: 'Source, DetailType and Detail are required.' };
    if (!isObject(data.Detail)) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
    if (!this.names.has(data.EventBusName)) {
      return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: 'Event bus does not exist.' };
    }
    const EventId = randomUUID();
    this.events.push({ ...data, EventId });
    return { EventId };
  }
}
