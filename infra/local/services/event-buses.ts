import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Stack } from '../template/stack.ts';
import { type Rule, readRules } from './event-rules.ts';
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

/** An event as a service of AWS puts it on the default bus; nobody else may name such a source. */
export const ServiceEvent = z.strictObject({
  source: z.string().regex(/^aws\./),
  'detail-type': z.string().min(1),
  detail: z.record(z.string(), z.unknown()),
});
export type ServiceEvent = z.infer<typeof ServiceEvent>;

/** Hands an event, as JSON, to the target of a rule: a queue, by its ARN. */
type Deliver = (targetArn: string, event: string) => Promise<void>;

/** The zone's buses: they keep what was put on them, in order, for whoever looks, and hand on what rules of theirs match. */
export class EventBuses {
  readonly events: BusEvent[] = [];
  private readonly names = new Set<string>(['default']);
  private readonly stack: Stack;
  private readonly deliver: Deliver;
  private rules: readonly Rule[] | undefined;

  constructor(stack: Stack, deliver: Deliver) {
    this.stack = stack;
    this.deliver = deliver;
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

  /** Puts an event on the default bus as a service of AWS does, and answers how many targets it was handed to. */
  async putAsService(event: ServiceEvent): Promise<number> {
    this.rules ??= readRules(this.stack);
    const { region, account } = this.stack;
    const at = { id: randomUUID(), version: '0', account, region, time: new Date().toISOString(), resources: [] };
    const targets = this.rules.filter(({ matches }) => matches(event)).flatMap((rule) => rule.targets);
    for (const target of targets) await this.deliver(target, JSON.stringify({ ...at, ...event }));
    return targets.length;
  }

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
