import { z } from 'zod';
import { dayIn, timeOfDayIn } from '../../domain/time.ts';
import type { Delivery } from '../_adapters/dynamo/delivery-store.ts';
import { tellBuyer } from '../_notification/tell-buyer.ts';
import { errorName } from '../_runtime/queue-messages.ts';
import type { ScheduledRun } from '../_runtime/schedule-lambda.ts';
import type { Deps } from './deps.ts';

/** `left` is the number of demands that there was no time for. */
export type Digests = {
  readonly demands: number;
  readonly mails: number;
  readonly failed: number;
  readonly left: number;
};

/** A time of day in the zone, where only what was kept for the daily mail before it is to go. */
const Input = z.object({ keptBefore: z.iso.time({ precision: -1 }).optional() });

/** What one demand may take: twenty contacts at the slowest pace, and what its tables need. */
const longestDemandMs = 75_000;

/** Mails what was kept for the daily mail, one mail a demand and contact; what fails, or is left, stays due for the next run. */
export const sendDigests = (deps: Deps) => {
  const tell = tellBuyer(deps);

  async function dueNow(keptBefore: string | undefined): Promise<readonly Delivery[]> {
    const due = await deps.deliveries.due(deps.access);
    if (keptBefore === undefined) return due;
    const end = `${dayIn(deps.timeZone, deps.clock())} ${keptBefore}`;
    return due.filter(({ at }) => `${dayIn(deps.timeZone, at)} ${timeOfDayIn(deps.timeZone, at)}` < end);
  }

  return async ({ input, timeLeftMs }: ScheduledRun): Promise<Digests> => {
    const due = Map.groupBy(await dueNow(Input.parse(input ?? {}).keptBefore), ({ demandId }) => demandId);
    let mails = 0;
    let failed = 0;
    let begun = 0;
    for (const [demandId, deliveries] of due) {
      if (timeLeftMs() < longestDemandMs) break;
      begun++;
      try {
        const told = await tell(
          demandId,
          deliveries.map(({ matchId }) => matchId),
          'daily',
        );
        mails += told.mails;
      } catch (error) {
        failed++;
        deps.logger.error('daily mail failed', { demandId, errorName: errorName(error) });
      }
    }
    const left = due.size - begun;
    if (left > 0) deps.logger.warn('daily mail not finished', { left });
    return { demands: due.size, mails, failed, left };
  };
};
