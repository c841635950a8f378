import type { ReplayRequestedV1 } from '../../events/replay-requested.v1.ts';
import { sendingAll } from '../_adapters/sqs/queue-sender.ts';
import { everyDemand } from '../_matching/every-demand.ts';
import { anyVersionOf, requestAnew } from '../_matching/match-requests.ts';
import type { Deps } from './deps.ts';

/**
 * Has every pair of the zone judged anew, in the lane of sweeps, where nobody who just did something waits for it. How many
 * were asked for is counted before they are, so that whoever follows it never sees more judged than asked.
 */
export const replayEverything = (deps: Omit<Deps, 'park'>) => {
  const send = sendingAll(deps.sendSweeps);

  return async ({ data: { replayId, cause } }: ReplayRequestedV1): Promise<void> => {
    const occasion = { zone: deps.zone, time: deps.clock(), occasion: replayId, replayId };
    let asked = 0;
    for await (const ids of everyDemand(deps.access, deps)) {
      await deps.replays.count(deps.access, replayId, { asked: ids.length }, deps.clock());
      await send(ids.map((id) => requestAnew(anyVersionOf(id), cause, occasion)));
      asked += ids.length;
    }
    await deps.replays.mark(deps.access, replayId, 'sent', deps.clock());
    deps.logger.info('replay sent', { replayId, asked });
  };
};
