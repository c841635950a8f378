import { tellBuyer } from '../_notification/tell-buyer.ts';
import { errorName } from '../_runtime/queue-messages.ts';
import type { Deps } from './deps.ts';

export type Digests = { readonly demands: number; readonly mails: number; readonly failed: number };

/** Mails what was kept for the daily mail, one mail a demand and contact; what fails stays due for the next day. */
export const sendDigests = (deps: Deps) => {
  const tell = tellBuyer(deps);

  return async (): Promise<Digests> => {
    const due = Map.groupBy(await deps.deliveries.due(), ({ demandId }) => demandId);
    let mails = 0;
    let failed = 0;
    for (const [demandId, deliveries] of due) {
      try {
        const told = await tell(
          demandId,
          deliveries.map(({ matchId }) => matchId),
          'daily',
        );
        mails += told.reduce((sum, one) => sum + one.mails, 0);
      } catch (error) {
        failed++;
        deps.logger.error('daily mail failed', { demandId, errorName: errorName(error) });
      }
    }
    return { demands: due.size, mails, failed };
  };
};
