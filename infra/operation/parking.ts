import type { ChangeRelay } from '../messaging/change-relay.ts';
import type { ChannelQueue } from '../messaging/channel-queue.ts';

/** Where messages are parked, by the names that the operator knows them by. */
export type Parking = {
  readonly channels: Readonly<Record<string, ChannelQueue>>;
  readonly relays: Readonly<Record<string, ChangeRelay>>;
};

/** What the Lambda is told that looks after them. */
export function parkingVariables({ channels, relays }: Parking): Readonly<Record<'ANY_QUEUE_URL' | 'PARKING', string>> {
  const [any] = Object.values(channels);
  if (!any) throw new Error('a zone has queues');
  const places = [
    ...Object.entries(channels).map(([name, { deadLetters, queue }]) => [
      name,
      { deadLetters: deadLetters.queueName, queue: queue.queueName },
    ]),
    ...Object.entries(relays).map(([name, { deadLetters }]) => [name, { deadLetters: deadLetters.queueName }]),
  ];
  return { ANY_QUEUE_URL: any.queue.queueUrl, PARKING: JSON.stringify(Object.fromEntries(places)) };
}
