import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Access, SystemAccess } from '../../../domain/access/access.ts';
import type { ReplayId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time.ts';
import { transact, type Write } from './table/transact.ts';
import { makeUsageStore } from './usage-store.ts';

/** How many requests to judge were sent, how many of them were judged, and how many records that changed. */
const counters = ['asked', 'judged', 'changed'] as const;
export type ReplayCounts = Readonly<Record<(typeof counters)[number], number>>;

/** A week: nobody follows one for longer. */
const keptSeconds = 7 * 86_400;

/**
 * How far what the operator has judged anew has come. Messages come at least once: a request that is handled twice counts
 * twice, as asked for where it was sent twice and as judged; but one that is judged in parts once.
 */
export function makeReplayStore(client: DynamoDBDocumentClient, usage: string) {
  const store = makeUsageStore(client, usage);
  const meter = (id: ReplayId, window: string) => ({ of: id, window });

  return {
    async count(access: SystemAccess, id: ReplayId, counted: Partial<ReplayCounts>, now: Instant): Promise<void> {
      // In a transaction, as others count in theirs: what a plain update would fail by, is tried again.
      const counting = counters.flatMap((name) => {
        const count = counted[name] ?? 0;
        return count > 0 ? [store.using(access, meter(id, name), count, now, keptSeconds)] : [];
      });
      if (counting.length > 0) await transact(client, counting);
    },

    /** Counts a request as judged in the transaction that notes its end: one that came twice counts once. */
    countingJudged: (access: SystemAccess, id: ReplayId, now: Instant): Write =>
      store.using(access, meter(id, 'judged'), 1, now, keptSeconds),

    /** Notes that it was begun, and later that everything was asked for. */
    async mark(access: SystemAccess, id: ReplayId, state: 'begun' | 'sent', now: Instant): Promise<void> {
      await store.use(access, meter(id, state), 1, now, keptSeconds);
    },

    /** Undefined where it was never begun, or is long over. */
    async read(access: Access, id: ReplayId): Promise<(ReplayCounts & { readonly isSent: boolean }) | undefined> {
      const used = (window: string): Promise<number> => store.used(access, meter(id, window));
      const [begun, sent, asked, judged, changed] = await Promise.all([
        used('begun'),
        used('sent'),
        ...counters.map(used),
      ]);
      if (!begun) return undefined;
      return { asked: asked ?? 0, judged: judged ?? 0, changed: changed ?? 0, isSent: (sent ?? 0) > 0 };
    },
  };
}
