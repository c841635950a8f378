import * as z from 'zod';
import { type MemberAccess, type SystemAccess, systemAccess } from '../../domain/access/access.ts';
import { secondsLeftOfMinute } from '../../domain/time.ts';
import type { makeUsageStore } from '../_adapters/dynamo/usage-store.ts';
import type { Clock } from './clock.ts';
import { Problem } from './problem.ts';

/** The variables of each Lambda whose requests are counted. */
export const RequestRateEnv = z.object({
  USAGE_TABLE: z.string().min(1),
  WRITES_A_MINUTE: z.coerce.number().int().min(1),
});

type Parts = {
  readonly clock: Clock;
  readonly usage: Pick<ReturnType<typeof makeUsageStore>, 'use'>;
  readonly writesAMinute: number;
};

/** Counts a request of an organization. Throws a 429 problem for one above what it may ask for in this minute. */
export type CountRequest = (access: MemberAccess) => Promise<void>;

/** What an organization posts, revises, previews and says of itself is counted by the minute, over all Lambdas together. */
export function countingRequests({ clock, usage, writesAMinute }: Parts): CountRequest {
  const service: SystemAccess = systemAccess('count-requests');
  return async ({ organization }) => {
    const now = clock();
    const used = await usage.use(service, { of: `requests#${organization}`, window: now.slice(0, 16) }, 1, now);
    if (used <= writesAMinute) return;
    const detail = {
      zh: `贵机构每分钟最多提交 ${writesAMinute} 次，请稍后重试。`,
      en: `Your organization may write ${writesAMinute} times a minute; try again a little later.`,
    };
    throw new Problem('too-many-requests', detail, [], secondsLeftOfMinute(now));
  };
}
