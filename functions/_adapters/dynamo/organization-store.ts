import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Access, SystemAccess } from '../../../domain/access/access.ts';
import { mayTouchOrganization } from '../../../domain/access/visibility.ts';
import type { AuditedAct } from '../../../domain/audit/audit.ts';
import type { OrganizationId } from '../../../domain/ids.ts';
import { Organization } from '../../../domain/organization/organization.ts';
import type { AuditTrail } from './audit-trail.ts';
import { organizationKey, reportedOrganizations } from './keys.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';
import { transact, type Write } from './table/transact.ts';

const key = shape.organizations.partitionKey;

/** The table of organizations, each its own. */
export const organizationTable = (client: DynamoDBDocumentClient, name: string) =>
  new GuardedTable<'organizations', Organization>(client, name, {
    parse: (row: Row) => Organization.parse(row),
    mayRead: mayTouchOrganization,
    mayWrite: mayTouchOrganization,
  });

/** Reads organizations: a member its own, the operator and the service itself any. */
export function makeOrganizationReader(client: DynamoDBDocumentClient, name: string) {
  const table = organizationTable(client, name);
  return {
    get: (access: Access, id: OrganizationId): Promise<Organization | undefined> =>
      table.get(organizationKey(access, id)),

    /** Those of the ids that have a record. */
    async getMany(access: Access, ids: Iterable<OrganizationId>): Promise<ReadonlyMap<OrganizationId, Organization>> {
      const organizations = await table.getMany(
        access,
        [...new Set(ids)].map((id) => organizationKey(access, id)),
      );
      return new Map(organizations.map((organization) => [organization.id, organization]));
    },

    /** Every organization that wants a report each week, by the index (which may lag a moment behind). */
    reported: (access: SystemAccess): AsyncGenerator<Organization> => table.query(reportedOrganizations(access)),
  };
}

/** A record as a write of a transaction, over the version that it was made from. */
export function organizationWrite(
  client: DynamoDBDocumentClient,
  name: string,
  access: Access,
  organization: Organization,
): Write {
  return organizationTable(client, name).putting(access, organization, {
    ConditionExpression: `attribute_not_exists(${key}) OR version = :before`,
    ExpressionAttributeValues: { ':before': organization.version - 1 },
  });
}

/** Writes organizations. */
export function makeOrganizationWriter(
  client: DynamoDBDocumentClient,
  name: string,
  audit: Pick<AuditTrail, 'writing'>,
) {
  return {
    /** Writes a record over the version that it was made from; false where somebody else was faster. */
    put(access: Access, organization: Organization, done?: AuditedAct): Promise<boolean> {
      const { id: subject, version, updatedAt: at } = organization;
      const act = done ?? (access.as === 'operator' ? 'organization-verified' : 'organization-described');
      return transact(client, [
        organizationWrite(client, name, access, organization),
        audit.writing(access, { subject, at, act, version }),
      ]);
    },
  };
}
