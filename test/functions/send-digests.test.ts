import { describe, expect, it, vi } from 'vitest';
import { secondsAfter } from '../../domain/time.ts';
import { Delivery } from '../../functions/_adapters/dynamo/delivery-store.ts';
import { makeDeps } from '../../functions/send-digests/deps.ts';
import { sendDigests } from '../../functions/send-digests/send-digests.ts';
import { now } from '../builders/moment.ts';
import { demandId, matchId } from '../stores/ids.ts';
import { tellingVariables } from './telling-variables.ts';

const dueOf = (n: number): Delivery =>
  Delivery.parse({
    demandId: demandId(n),
    matchId: matchId(n),
    contact: '0'.repeat(16),
    state: 'due',
    due: { at: now, rhythm: 'daily' },
    title: 'A title',
    at: now,
  });

/** A run in which no demand is listed any more, so that nobody is mailed; `elsewhere` tells the demands that another run is at. */
function run(
  timeLeftMs: () => number,
  elsewhere: readonly string[] = [],
  due = [dueOf(1), dueOf(2), dueOf(2), dueOf(3)],
) {
  const deps = makeDeps(tellingVariables);
  const entered: string[] = [];
  vi.spyOn(deps.deliveries, 'due').mockResolvedValue(due);
  vi.spyOn(deps.listings, 'get').mockResolvedValue(undefined);
  vi.spyOn(deps.logger, 'warn').mockReturnValue();
  vi.spyOn(deps.logger, 'info').mockReturnValue();
  const window = {
    open: async () => undefined,
    leave: async () => undefined,
    async enter(demand: string) {
      entered.push(demand);
      return !elsewhere.includes(demand);
    },
  };
  return { deps, entered, figures: sendDigests({ ...deps, window, clock: () => now })({ timeLeftMs }) };
}

describe('the run that mails what is due', () => {
  it('takes each demand once', async () => {
    const { entered, figures } = run(() => 900_000);
    expect(await figures).toEqual({ demands: 3, mails: 0, failed: 0, left: 0 });
    expect(entered).toEqual([demandId(1), demandId(2), demandId(3)]);
  });

  it('leaves a demand alone whose buyer another run is telling', async () => {
    const { deps, figures } = run(() => 900_000, [demandId(1), demandId(2), demandId(3)]);
    expect(await figures).toMatchObject({ demands: 3, mails: 0, failed: 0 });
    expect(deps.listings.get).not.toHaveBeenCalled();
  });

  it('says how late the oldest is of however many', async () => {
    const many = Array.from({ length: 200_000 }, () => dueOf(1));
    const oldest = { ...dueOf(2), due: { at: secondsAfter(now, -3600), rhythm: 'daily' as const } };
    const { deps, figures } = run(() => 0, [], [...many, oldest]);
    await figures;
    expect(deps.logger.info).toHaveBeenCalledWith('due mail looked at', { demands: 2, secondsLate: 3600 });
  });

  it('stops in time, and says how much it leaves', async () => {
    let left = 200_000;
    const { deps, figures } = run(() => {
      left -= 60_000;
      return left;
    });
    expect(await figures).toMatchObject({ demands: 3, left: 2 });
    expect(deps.logger.warn).toHaveBeenCalledWith('due mail not finished', { left: 2 });
  });
});
