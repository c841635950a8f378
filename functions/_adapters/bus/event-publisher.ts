import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { inBatches, type NotTaken } from '../batches.ts';

/** EventBridge's limit for one PutEvents. */
const batchSize = 10;

type PublicEvent = { readonly type: string; readonly source: string; readonly time: string };

/** An event to publish; `key` is the sender's own name for what it tells of, unique within the call. */
type OutgoingEvent = { readonly key: string; readonly event: PublicEvent };

/** Publishes events on one bus. */
export type EventPublisher = (events: readonly OutgoingEvent[]) => Promise<NotTaken>;

/** A publisher that answers the keys of those events that the bus did not take. `detail` is the CloudEvents frame. */
export function makeEventPublisher(client: EventBridgeClient, busName: string): EventPublisher {
  return inBatches(batchSize, async (batch) => {
    const answer = await client.send(
      new PutEventsCommand({
        Entries: batch.map(({ event }) => ({
          EventBusName: busName,
          Source: `zonematch${event.source.replaceAll('/', '.')}`,
          DetailType: event.type,
          Time: new Date(event.time),
          Detail: JSON.stringify(event),
        })),
      }),
    );
    return batch.map((_, index) => {
      const entry = answer.Entries?.[index];
      return entry?.EventId ? undefined : (entry?.ErrorCode ?? 'NotAnswered');
    });
  });
}
