import type { CalendarDay } from '../../domain/time.ts';
import type { Deps } from './deps.ts';

/** Longer than a message can be parked (SQS: 14 days) that asks for it again. */
const keptSeconds = 21 * 86_400;

/**
 * Does something for a contact once, however often the message comes that asks for it on its day: it is done first and
 * counted second, so that what ends between the two does it once more rather than never.
 */
export const onceAWeek =
  ({ access, usage, clock }: Pick<Deps, 'access' | 'usage' | 'clock'>) =>
  async (of: string, day: CalendarDay, work: () => Promise<void>): Promise<void> => {
    const meter = { of: `weekly#${of}`, window: day };
    if ((await usage.used(access, meter)) > 0) return;
    await work();
    await usage.use(access, meter, 1, clock(), keptSeconds);
  };
