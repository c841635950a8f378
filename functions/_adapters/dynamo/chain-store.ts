import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SystemAccess } from '../../../domain/access/access.ts';
import { isSystem } from '../../../domain/access/visibility.ts';
import { ListingId } from '../../../domain/ids.ts';
import { type Instant, secondsOf } from '../../../domain/time.ts';
import { usageKey } from './keys.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';
import { transact, type Write } from './table/transact.ts';
import { type Meter, makeUsageStore } from './usage-store.ts';

/** Whom a part was going to write records of: other sides of its listing. */
const Noted = z.object({ others: z.set(ListingId) });
type Noted = z.infer<typeof Noted>;

/** A day longer than a queue keeps a message: until then a part may come again. */
const keptSeconds = 15 * 86_400;

const parts = (chain: string): Meter => ({ of: `chain#${chain}`, window: 'parts' });
const noteKey = (access: SystemAccess, request: string, part: number) =>
  usageKey(access, `chain#${request}`, `part-${part}`);
const end = (request: string): Meter => ({ of: `chain#${request}`, window: 'end' });

/**
 * How far the parts have come in which a listing with many pairs is judged, one after the other. A part asks for the next
 * before it is noted here: whoever ends in between asks twice, and of parts that come twice the later asks for none.
 */
export function makeChainStore(client: DynamoDBDocumentClient, usage: string) {
  const store = makeUsageStore(client, usage);
  const notes = new GuardedTable<'usage', Noted>(client, usage, {
    parse: (row: Row) => Noted.parse(row),
    mayRead: isSystem,
    mayWrite: isSystem,
  });
  return {
    /** Whom a part has written, or was going to, each time that it was taken care of. */
    async noted(access: SystemAccess, request: string, part: number): Promise<ReadonlySet<ListingId>> {
      return (await notes.get(noteKey(access, request, part)))?.others ?? new Set();
    },

    /** Notes whom a part is going to write, before it does: whoever takes care of it again looks at them again. */
    async note(
      access: SystemAccess,
      request: string,
      part: number,
      others: ReadonlySet<ListingId>,
      now: Instant,
    ): Promise<void> {
      await notes.update(noteKey(access, request, part), {
        UpdateExpression: 'ADD #others :others SET #used = :used, #end = :end',
        ExpressionAttributeNames: { '#others': 'others', '#used': 'used', '#end': shape.usage.timeToLive },
        ExpressionAttributeValues: { ':others': others, ':used': part, ':end': secondsOf(now) + keptSeconds },
      });
    },

    /** Whether a part was taken care of, and the next one asked for. */
    async isPassed(access: SystemAccess, chain: string, part: number): Promise<boolean> {
      return (await store.used(access, parts(chain))) >= part;
    },

    async pass(access: SystemAccess, chain: string, part: number, now: Instant): Promise<void> {
      await transact(client, [store.reaching(access, parts(chain), part, now, keptSeconds)]);
    },

    /** Notes the end of what a request asked for, with what belongs to it; false where it was noted before. */
    end: (access: SystemAccess, request: string, beside: readonly Write[], now: Instant): Promise<boolean> =>
      transact(client, [store.reaching(access, end(request), 1, now, keptSeconds), ...beside]),
  };
}
