import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SystemAccess } from '../../../domain/access/access.ts';
import { isSystem } from '../../../domain/access/visibility.ts';
import { DemandId, type ListingId, type OrganizationId } from '../../../domain/ids.ts';
import { whole } from '../../../domain/matching/parts.ts';
import { deliveryEditions } from './editions/delivery-editions.ts';
import { invitationsOf, keyOfRow, matchesOfListing, preferencesOf, recordedOf, tellingsOf } from './keys.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';
import type { Range, RowKey, TableKind } from './table/range.ts';
import type { Write } from './table/transact.ts';

export type KeptTables = {
  readonly history: string;
  readonly matches: string;
  readonly deliveries: string;
  readonly invitations: string;
  readonly preferences: string;
};

/** A row as it lies there, and what has it go. */
export type Kept = {
  readonly table: TableKind;
  readonly row: Row;
  /** Its place among the rows of its range, which come in this order. */
  readonly order: string;
  readonly removing: () => Write;
};

const asItIs = { parse: (row: Row): Row => row, mayRead: isSystem, mayWrite: isSystem };

/** Every row that is kept of an organization, or of a listing of its, whatever it says: for the service itself alone. */
export function makeKeptRows(client: DynamoDBDocumentClient, tables: KeptTables) {
  const tableOf = <T extends keyof KeptTables>(kind: T) =>
    new GuardedTable<T, Row>(client, tables[kind], {
      ...asItIs,
      ...(kind === 'deliveries' && { editions: deliveryEditions }),
    });

  async function* rowsOf<T extends keyof KeptTables>(
    access: SystemAccess,
    kind: T,
    range: Range<T>,
    by: string,
  ): AsyncGenerator<Kept> {
    const table = tableOf(kind);
    for await (const row of table.query(range)) {
      const key: RowKey<T> = keyOfRow(access, kind, row);
      // Two deletions at once: of both, one counts what it has go.
      const isThere = {
        ConditionExpression: 'attribute_exists(#key)',
        ExpressionAttributeNames: { '#key': shape[kind].partitionKey },
      };
      yield { table: kind, row, order: String(row[by]), removing: () => table.removing(key, isThere) };
    }
  }

  return {
    partyHistory: (access: SystemAccess, id: OrganizationId) =>
      rowsOf(access, 'history', recordedOf(access, { party: id }), shape.history.sortKey),
    listingHistory: (access: SystemAccess, id: ListingId) =>
      rowsOf(access, 'history', recordedOf(access, { listing: id }), shape.history.sortKey),

    /** Everything on record of its pairs, by the index (which may lag a moment behind). */
    matches(access: SystemAccess, id: ListingId) {
      const { byOffer, byDemand } = shape.matches.indexes;
      const { sortKey } = DemandId.safeParse(id).success ? byDemand : byOffer;
      return rowsOf(access, 'matches', matchesOfListing(access, id, whole), sortKey);
    },

    deliveries: (access: SystemAccess, id: DemandId) =>
      rowsOf(access, 'deliveries', tellingsOf(access, id), shape.deliveries.sortKey),
    invitations: (access: SystemAccess, id: OrganizationId) =>
      rowsOf(access, 'invitations', invitationsOf(access, id), shape.invitations.sortKey),
    preferences: (access: SystemAccess, id: OrganizationId) =>
      rowsOf(access, 'preferences', preferencesOf(access, id), shape.preferences.sortKey),
  };
}
