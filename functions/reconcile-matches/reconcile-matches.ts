import type { ListingId } from '../../domain/ids.ts';
import { sendingAll } from '../_adapters/sqs/queue-sender.ts';
import { listedDemands } from '../_matching/listed-demands.ts';
import { anyVersionOf, requestAnew } from '../_matching/match-requests.ts';
import type { Deps } from './deps.ts';

/** How many requests are sent between two looks at what to send. */
const atOnce = 500;

export type Reconciled = { readonly demands: number };

/**
 * Has the record compared with the judge, and mended where they differ: every listed demand, and every demand of an open
 * match, listed or not, is judged anew by the matcher, which says what it had to change (`record differed`). Each pair has
 * one demand, so that no pair is left out.
 */
export const reconcileMatches = (deps: Omit<Deps, 'logger'>) => {
  const send = sendingAll(deps.sendSweeps);

  return async (): Promise<Reconciled> => {
    const time = deps.clock();
    const occasion = { zone: deps.zone, time, occasion: `reconcile.${time}` };
    const ask = (ids: readonly ListingId[]): Promise<void> =>
      send(ids.map((id) => requestAnew(anyVersionOf(id), 'reconciliation', occasion)));

    const asked = new Set<ListingId>();
    for await (const ids of listedDemands(deps.access, deps.candidates)) {
      await ask(ids);
      for (const id of ids) asked.add(id);
    }
    let others: ListingId[] = [];
    for await (const id of deps.matches.demandsOfOpen(deps.access)) {
      if (asked.has(id)) continue;
      asked.add(id);
      others.push(id);
      if (others.length < atOnce) continue;
      await ask(others);
      others = [];
    }
    await ask(others);
    return { demands: asked.size };
  };
};
