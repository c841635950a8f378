import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SystemAccess } from '../../../domain/access/access.ts';
import { isSystem } from '../../../domain/access/visibility.ts';
import { ListingId, OrganizationId } from '../../../domain/ids.ts';
import { CalendarDay } from '../../../domain/time.ts';
import { recheckKey, rechecksOn } from './keys.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';

/** Whom to judge anew on a day: one listing, or all of a party's. */
const Recheck = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listing'), id: ListingId, day: CalendarDay }),
  z.object({ kind: z.literal('party'), id: OrganizationId, day: CalendarDay }),
]);
export type Recheck = z.infer<typeof Recheck>;

/** A recheck, or the note that a day's rules are done with. */
const parse = (row: Row): Recheck | 'rules' => (row['recheck'] === undefined ? 'rules' : Recheck.parse(row['recheck']));

/** What the calendar will change, by the day on which it does. */
export function makeRecheckStore(client: DynamoDBDocumentClient, name: string) {
  const guard = { parse, mayRead: isSystem, mayWrite: isSystem };
  const table = new GuardedTable<'rechecks', Recheck | 'rules'>(client, name, guard);
  const keyOf = (access: SystemAccess, { kind, id, day }: Recheck) => recheckKey(access, day, `${kind}#${id}`);
  const rulesKey = (access: SystemAccess, day: CalendarDay) => recheckKey(access, day, 'rules');

  return {
    async put(access: SystemAccess, recheck: Recheck): Promise<void> {
      await table.put(access, { ...keyOf(access, recheck).attributes, recheck });
    },

    async *of(access: SystemAccess, day: CalendarDay): AsyncGenerator<Recheck> {
      for await (const row of table.query(rechecksOn(access, day))) if (row !== 'rules') yield row;
    },

    remove: (access: SystemAccess, recheck: Recheck): Promise<void> => table.remove(keyOf(access, recheck)),

    /** Whether everything was judged anew already by the rules that begin on a day. */
    async isDoneForRules(access: SystemAccess, day: CalendarDay): Promise<boolean> {
      return (await table.get(rulesKey(access, day))) !== undefined;
    },

    async markDoneForRules(access: SystemAccess, day: CalendarDay): Promise<void> {
      await table.put(access, { ...rulesKey(access, day).attributes });
    },
  };
}
