import type { SystemAccess } from '../../domain/access/access.ts';
import type { DemandId } from '../../domain/ids.ts';
import { secondsAfter } from '../../domain/time.ts';
import { frame } from '../../events/envelope.ts';
import type { makeDeliveryStore } from '../_adapters/dynamo/delivery-store.ts';
import type { Outgoing } from '../_adapters/sqs/queue-sender.ts';
import type { Clock } from '../_runtime/clock.ts';

/** How long a message is waited for beyond its time, in seconds, before another may be sent in its place. */
const graceSeconds = 600;

export type Send = (messages: readonly Outgoing[]) => Promise<void>;

type Parts = {
  readonly access: SystemAccess;
  readonly clock: Clock;
  readonly zoneId: string;
  readonly collectSeconds: number;
  readonly deliveries: Pick<ReturnType<typeof makeDeliveryStore>, 'open' | 'hold' | 'close'>;
  readonly send: Send | undefined;
};

/**
 * The time in which a demand's matches are collected. At most one message is under way for a demand, named in its window,
 * so that no two runs tell its buyer at a time. A message that is lost is not waited for for ever: the run that looks every
 * quarter of an hour for what is due tells it.
 */
export function makeWindow({ access, clock, zoneId, collectSeconds, deliveries, send }: Parts) {
  return {
    /** Has the buyer told once the zone has collected for long enough; nothing where a message is under way already. */
    async open(demandId: DemandId): Promise<void> {
      if (!send) return;
      const now = clock();
      const token = `${demandId}.due.${now}`;
      const until = secondsAfter(now, collectSeconds + graceSeconds);
      if (!(await deliveries.open(access, demandId, { token, until }, now))) return;
      const message = frame('telling-due.v1', { id: token, zone: zoneId, time: now }, { demandId });
      try {
        await send([{ key: token, body: message, delaySeconds: collectSeconds }]);
      } catch (error) {
        // No message is under way: whoever notes this again may send one at once.
        await deliveries.close(access, demandId, token, now);
        throw error;
      }
    },

    /** Whether a message, or a run without one, may tell a demand's buyer now; then nobody else may until it is done. */
    async enter(demandId: DemandId, token: string): Promise<boolean> {
      const now = clock();
      const until = secondsAfter(now, graceSeconds);
      if (await deliveries.open(access, demandId, { token, until }, now)) return true;
      // Its own window: this is its time, or it comes again. From now on nobody else may for as long.
      return deliveries.hold(access, demandId, { token, until });
    },

    /** Says that a buyer was told. What was noted from then on opens another window. */
    leave: (demandId: DemandId, token: string): Promise<void> => deliveries.close(access, demandId, token, clock()),
  };
}
