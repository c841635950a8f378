import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Access, OperatorAccess } from '../../../domain/access/access.ts';
import { AuditEntry, type Audited, auditEntry } from '../../../domain/audit/audit.ts';
import type { OrganizationId } from '../../../domain/ids.ts';
import { makeCursor, type Page, type PageRequest } from './cursor.ts';
import { auditByOrganization, auditKey, auditOf, auditPageStart } from './keys.ts';
import type { PageStart } from './orders.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';
import { transact, type Write } from './table/transact.ts';

const { partitionKey, sortKey, indexes } = shape.audit;

/** DynamoDB's limit for the writes of one transaction. */
const mostWrites = 100;

/** An entry is written where there is none, and by nobody over another. */
const isNew = {
  ConditionExpression: 'attribute_not_exists(#subject)',
  ExpressionAttributeNames: { '#subject': partitionKey },
};

const auditTable = (client: DynamoDBDocumentClient, name: string) =>
  new GuardedTable<'audit', AuditEntry>(client, name, {
    parse: (row: Row) => AuditEntry.parse(row['record']),
    mayRead: ({ as }) => as === 'operator',
    mayWrite: () => true,
  });

/** An entry's id was taken: what was to be shown is written down nowhere, and must not be shown. */
class NotWrittenDown extends Error {
  override readonly name = 'NotWrittenDown';
}

/** Where what is done and shown is written down, to stay. */
export type AuditTrail = ReturnType<typeof makeAuditTrail>;

/** Adds to the audit record; `newEntryId` makes ids that no two entries share. */
export function makeAuditTrail(client: DynamoDBDocumentClient, name: string, newEntryId: () => string) {
  const table = auditTable(client, name);

  /** An entry as a write of the transaction that does what it says. */
  function writing(access: Access, audited: Audited): Write {
    const record = auditEntry(access, newEntryId(), audited);
    const { attributes } = auditKey(access, record.subject, record.at, record.id);
    const organization = record.to ?? record.by.organization;
    const listed = organization === undefined ? {} : { [indexes.byOrganization.partitionKey]: organization };
    return table.putting(access, { ...attributes, ...listed, record }, isNew);
  }

  return {
    writing,

    /** Writes down what is about to be shown. Throws where it cannot: then it must not be shown. */
    async record(access: Access, entries: readonly Audited[]): Promise<void> {
      for (let start = 0; start < entries.length; start += mostWrites) {
        const writes = entries.slice(start, start + mostWrites).map((audited) => writing(access, audited));
        if (!(await transact(client, writes)))
          throw new NotWrittenDown('an entry of the audit record was there already');
      }
    },
  };
}

/** Whose entries: those about a thing, or those of what an organization did and was shown. */
export type AuditList = { readonly subject: string } | { readonly organization: OrganizationId };

/** How many entries are read at a time where all of them are. */
const atOnce = 200;

/** An entry, and its place among those of its list. */
export type PlacedEntry = { readonly entry: AuditEntry; readonly place: PageStart };

/** Reads the audit record, for the operator alone. */
export function makeAuditReader(client: DynamoDBDocumentClient, name: string) {
  const table = auditTable(client, name);
  const rangeOf = (access: OperatorAccess, list: AuditList) =>
    'subject' in list ? auditOf(access, list.subject) : auditByOrganization(access, list.organization);
  const placeOf = (access: OperatorAccess, { subject, at, id }: AuditEntry): PageStart => ({
    sortKey: auditKey(access, subject, at, id).attributes[sortKey] ?? '',
    id: subject,
  });

  return {
    /** Every entry behind a place, oldest first. */
    async *oldestFirst(access: OperatorAccess, list: AuditList, after?: PageStart): AsyncGenerator<PlacedEntry> {
      for (let from = after, isMore = true; isMore; ) {
        const { items, last } = await table.page(rangeOf(access, list), atOnce, {
          ...(from && { after: auditPageStart(access, from) }),
        });
        for (const entry of items) yield { entry, place: placeOf(access, entry) };
        isMore = last !== undefined;
        from = last && placeOf(access, last);
      }
    },

    /** A page of entries, newest first. */
    async page(access: OperatorAccess, list: AuditList, { limit, after }: PageRequest): Promise<Page<AuditEntry>> {
      const options = { newestFirst: true, ...(after && { after: auditPageStart(access, after) }) };
      const { items, last } = await table.page(rangeOf(access, list), limit, options);
      if (!last) return { items };
      return { items, nextCursor: makeCursor(placeOf(access, last).sortKey, last.subject) };
    },
  };
}
