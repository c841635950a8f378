import { sendingAll } from '../_adapters/sqs/queue-sender.ts';
import { everyDemand } from '../_matching/every-demand.ts';
import { anyVersionOf, requestAnew } from '../_matching/match-requests.ts';
import type { Deps } from './deps.ts';

export type Reconciled = { readonly demands: number };

/**
 * Has the record compared with the judge, and mended where they differ: every demand that is listed or has an open match is
 * judged anew by the matcher, which says what it had to change (`record differed`).
 */
export const reconcileMatches = (deps: Omit<Deps, 'logger'>) => {
  const send = sendingAll(deps.sendSweeps);

  return async (): Promise<Reconciled> => {
    const time = deps.clock();
    const occasion = { zone: deps.zone, time, occasion: `reconcile.${time}` };
    let demands = 0;
    for await (const ids of everyDemand(deps.access, deps)) {
      await send(ids.map((id) => requestAnew(anyVersionOf(id), 'reconciliation', occasion)));
      demands += ids.length;
    }
    return { demands };
  };
};
