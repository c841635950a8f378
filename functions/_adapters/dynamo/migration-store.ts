import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { SystemAccess } from '../../../domain/access/access.ts';
import { isSystem } from '../../../domain/access/visibility.ts';
import { usageKey } from './keys.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';

/** How far the rows of a table have been brought to an edition. */
const Progress = z.strictObject({
  /** Behind which row it goes on; left out: from the beginning. */
  after: z.record(z.string(), z.string()).optional(),
  rewritten: z.int().min(0),
  /** Rows that somebody else changed while they were rewritten: they are looked at once more. */
  missed: z.int().min(0),
  /** By which setting of the zone, where rows follow from one: another has it begin anew. */
  setting: z.string().optional(),
  /** Every row has been looked at. */
  isDone: z.boolean(),
});
export type Progress = z.infer<typeof Progress>;

/** What has become of a table's migration, by table and edition. It stands beside what else is counted, and stays. */
export function makeMigrationStore(client: DynamoDBDocumentClient, name: string) {
  const table = new GuardedTable<'usage', Progress>(client, name, {
    parse: (row: Row) => Progress.parse(row['progress']),
    mayRead: isSystem,
    mayWrite: isSystem,
  });
  const keyOf = (access: SystemAccess, of: string, edition: number) =>
    usageKey(access, `migration#${of}`, String(edition));

  return {
    get: (access: SystemAccess, of: string, edition: number): Promise<Progress | undefined> =>
      table.get(keyOf(access, of, edition)),

    async put(access: SystemAccess, of: string, edition: number, progress: Progress): Promise<void> {
      await table.put(access, { ...keyOf(access, of, edition).attributes, progress });
    },
  };
}
