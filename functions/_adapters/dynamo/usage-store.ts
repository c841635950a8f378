import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Access } from '../../../domain/access/access.ts';
import { isSystem } from '../../../domain/access/visibility.ts';
import { type Instant, secondsOf } from '../../../domain/time.ts';
import { usageKey } from './keys.ts';
import { shape } from './shape.ts';
import { GuardedTable } from './table/guarded-table.ts';
import type { Write } from './table/transact.ts';

const { timeToLive } = shape.usage;
const Used = z.object({ used: z.number() });

/** A window of time is forgotten a day after it was first used, as a rule: by then it is over. */
const keptSeconds = 86_400;

/** What is metered, such as the listings of an organization, and the window that it is metered in. */
export type Meter = { readonly of: string; readonly window: string };

/** Adds to what was used. */
const adding = (count: number, now: Instant, kept: number) => ({
  UpdateExpression: 'ADD #used :count SET #end = if_not_exists(#end, :end)',
  ExpressionAttributeNames: { '#used': 'used', '#end': timeToLive },
  ExpressionAttributeValues: { ':count': count, ':end': secondsOf(now) + kept },
});

/** The table of what was used: numbers that are nobody's, which the service itself counts. */
export const usageTable = (client: DynamoDBDocumentClient, name: string) =>
  new GuardedTable<'usage', z.infer<typeof Used>>(client, name, {
    parse: (row: unknown) => Used.parse(row),
    mayRead: () => true,
    mayWrite: isSystem,
  });

/** How much of a limit was used in a window of time, by all runs of a Lambda together. */
export function makeUsageStore(client: DynamoDBDocumentClient, name: string) {
  const table = usageTable(client, name);
  return {
    async used(access: Access, { of, window }: Meter): Promise<number> {
      return (await table.get(usageKey(access, of, window)))?.used ?? 0;
    },

    /** Adds to what was used, and answers the sum. */
    async use(access: Access, { of, window }: Meter, count: number, now: Instant, kept = keptSeconds): Promise<number> {
      const change = { ...adding(count, now, kept), ReturnValues: 'UPDATED_NEW' } as const;
      return Used.parse(await table.update(usageKey(access, of, window), change)).used;
    },

    /** Adds to what was used, as a write of a transaction. */
    using: (access: Access, { of, window }: Meter, count: number, now: Instant, kept = keptSeconds): Write =>
      table.counting(usageKey(access, of, window), adding(count, now, kept)),

    /** Notes the highest number that was come to, as a write of a transaction; one that is no higher fails its condition. */
    reaching: (access: Access, { of, window }: Meter, number: number, now: Instant, kept: number): Write =>
      table.counting(usageKey(access, of, window), {
        UpdateExpression: 'SET #used = :number, #end = :end',
        ConditionExpression: 'attribute_not_exists(#used) OR #used < :number',
        ExpressionAttributeNames: { '#used': 'used', '#end': timeToLive },
        ExpressionAttributeValues: { ':number': number, ':end': secondsOf(now) + kept },
      }),
  };
}
