import { describe, expect, it, vi } from 'vitest';
import { Instant } from '../../domain/time.ts';
import { Delivery } from '../../functions/_adapters/dynamo/delivery-store.ts';
import { makeDeps } from '../../functions/send-digests/deps.ts';
import { sendDigests } from '../../functions/send-digests/send-digests.ts';
import { demandId, matchId } from '../stores/ids.ts';
import { tellingVariables } from './telling-variables.ts';

const keptAt = (n: number, at: string): Delivery =>
  Delivery.parse({
    demandId: demandId(n),
    matchId: matchId(n),
    contact: '0'.repeat(16),
    state: 'due-daily',
    title: 'A title',
    at,
  });

// Eight in the morning of Beijing is midnight of UTC.
const deliveries = [
  keptAt(1, '2026-11-23T23:59:59.999Z'),
  keptAt(2, '2026-11-24T00:00:00.000Z'),
  keptAt(3, '2026-11-20T12:00:00.000Z'),
];

/** A run at 08:20 in which no demand is listed any more, so that nobody is mailed. */
function run(input: unknown, timeLeftMs: () => number) {
  const deps = makeDeps(tellingVariables);
  vi.spyOn(deps.deliveries, 'due').mockResolvedValue(deliveries);
  vi.spyOn(deps.listings, 'get').mockResolvedValue(undefined);
  vi.spyOn(deps.logger, 'warn').mockReturnValue();
  const clock = () => Instant.parse('2026-11-24T00:20:00.000Z');
  return { deps, figures: sendDigests({ ...deps, clock })({ input, timeLeftMs }) };
}

describe('the daily mail', () => {
  it('tells of all that was kept', async () => {
    expect(await run({}, () => 900_000).figures).toMatchObject({ demands: 3, left: 0 });
  });

  it('in its later runs tells only of what the first one should have told', async () => {
    expect(await run({ keptBefore: '08:00' }, () => 900_000).figures).toMatchObject({ demands: 2, left: 0 });
  });

  it('stops in time, and says how much it leaves', async () => {
    let left = 160_000;
    const { deps, figures } = run({}, () => {
      left -= 60_000;
      return left;
    });
    expect(await figures).toMatchObject({ demands: 3, left: 2 });
    expect(deps.logger.warn).toHaveBeenCalledWith('daily mail not finished', { left: 2 });
  });

  it('refuses a schedule that says no time of day', async () => {
    await expect(run({ keptBefore: '8 o’clock' }, () => 900_000).figures).rejects.toThrow();
  });
});
