import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { RecipientAccess, SystemAccess } from '../../../domain/access/access.ts';
import { mayTouchPreferences } from '../../../domain/access/visibility.ts';
import type { Audited } from '../../../domain/audit/audit.ts';
import { Preferences } from '../../../domain/contact/preferences.ts';
import type { OrganizationId } from '../../../domain/ids.ts';
import type { AuditTrail } from './audit-trail.ts';
import { preferencesKey, reportReaders, weeklyReport } from './keys.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';
import { transact } from './table/transact.ts';

const { byReport } = shape.preferences.indexes;

const preferenceTable = (client: DynamoDBDocumentClient, name: string) =>
  new GuardedTable<'preferences', Preferences>(client, name, {
    parse: (row: Row) => Preferences.parse(row['record']),
    mayRead: mayTouchPreferences,
    mayWrite: mayTouchPreferences,
  });

/** Reads what the owners of addresses want of their mails. Nothing on record means the defaults. */
export function makePreferenceReader(client: DynamoDBDocumentClient, name: string) {
  const table = preferenceTable(client, name);
  return {
    get: (
      access: SystemAccess | RecipientAccess,
      organizationId: OrganizationId,
      contact: string,
    ): Promise<Preferences | undefined> => table.get(preferencesKey(access, { organizationId, contact })),

    /** Everybody who wants a report each week. */
    reportReaders: (access: SystemAccess): AsyncGenerator<Preferences> => table.query(reportReaders(access)),
  };
}

/** Writes what an owner wants, over the version that it was made from, with its line of the audit record; false where another write was faster. */
export function makePreferenceWriter(client: DynamoDBDocumentClient, name: string, audit: Pick<AuditTrail, 'writing'>) {
  const table = preferenceTable(client, name);
  return (access: RecipientAccess, record: Preferences, audited: Audited): Promise<boolean> =>
    transact(client, [
      table.putting(
        access,
        {
          ...preferencesKey(access, record).attributes,
          ...(record.supplierReport === 'weekly' && { [byReport.partitionKey]: weeklyReport }),
          record,
        },
        {
          ConditionExpression: 'attribute_not_exists(#partition) OR #record.#version = :before',
          ExpressionAttributeNames: {
            '#partition': shape.preferences.partitionKey,
            '#record': 'record',
            '#version': 'version',
          },
          ExpressionAttributeValues: { ':before': record.version - 1 },
        },
      ),
      audit.writing(access, audited),
    ]);
}
