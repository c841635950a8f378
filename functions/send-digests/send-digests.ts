import { secondsBetween } from '../../domain/time.ts';
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

/** What one demand may take: twenty contacts at the slowest pace, a slow mail server, and what its tables need. */
const longestDemandMs = 120_000;

/**
 * Mails what is due, one mail a demand and contact: a day's matches at the hour of each organization, and what was to be
 * told before and was not. What fails, or is left, stays due for the next run.
 */
export const sendDigests = (deps: Deps) => {
  const tell = tellBuyer(deps);

  return async ({ timeLeftMs }: Pick<ScheduledRun, 'timeLeftMs'>): Promise<Digests> => {
    const now = deps.clock();
    const deliveries = await deps.deliveries.due(deps.access, now);
    const due = new Set(deliveries.map(({ demandId }) => demandId));
    const secondsLate = deliveries.reduce(
      (most, { due: one }) => (one ? Math.max(most, secondsBetween(one.at, now)) : most),
      0,
    );
    deps.logger.info('due mail looked at', { demands: due.size, secondsLate });
    let mails = 0;
    let failed = 0;
    let begun = 0;
    for (const demandId of due) {
      if (timeLeftMs() < longestDemandMs) break;
      begun++;
      try {
        const told = await tell(demandId, `${demandId}.digest.${now}`);
        if (told !== 'elsewhere') mails += told.mails;
      } catch (error) {
        failed++;
        deps.logger.error('due mail failed', { demandId, errorName: errorName(error) });
      }
    }
    const left = due.size - begun;
    if (left > 0) deps.logger.warn('due mail not finished', { left });
    return { demands: due.size, mails, failed, left };
  };
};
