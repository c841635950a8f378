import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type {
  InviteeAccess,
  MemberAccess,
  OperatorAccess,
  RecipientAccess,
  SystemAccess,
} from '../../../domain/access/access.ts';
import { mayReadInvitation, mayWriteInvitation } from '../../../domain/access/visibility.ts';
import type { Audited } from '../../../domain/audit/audit.ts';
import { Invitation } from '../../../domain/contact/invitation.ts';
import type { OrganizationId } from '../../../domain/ids.ts';
import type { Organization } from '../../../domain/organization/organization.ts';
import type { AuditTrail } from './audit-trail.ts';
import { invitationKey, invitationsOf, ownInvitations } from './keys.ts';
import { organizationWrite } from './organization-store.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';
import { transact, type Write } from './table/transact.ts';

type Owner = SystemAccess | InviteeAccess | RecipientAccess;

const invitationTable = (client: DynamoDBDocumentClient, name: string) =>
  new GuardedTable<'invitations', Invitation>(client, name, {
    parse: (row: Row) => Invitation.parse(row['record']),
    mayRead: mayReadInvitation,
    mayWrite: mayWriteInvitation,
  });

/** A record as a write of a transaction, over the version that it was made from. */
const invitationWrite = (client: DynamoDBDocumentClient, name: string, access: Owner, record: Invitation): Write =>
  invitationTable(client, name).putting(
    access,
    { ...invitationKey(access, record).attributes, record },
    {
      ConditionExpression: 'attribute_not_exists(#partition) OR #record.#version = :before',
      ExpressionAttributeNames: {
        '#partition': shape.invitations.partitionKey,
        '#record': 'record',
        '#version': 'version',
      },
      ExpressionAttributeValues: { ':before': record.version - 1 },
    },
  );

/** Reads invitations: the service any, whoever was invited its own, a member those of its organization. */
export function makeInvitationReader(client: DynamoDBDocumentClient, name: string) {
  const table = invitationTable(client, name);
  return {
    get: (access: Owner, organizationId: OrganizationId, contact: string): Promise<Invitation | undefined> =>
      table.get(invitationKey(access, { organizationId, contact })),

    /** Every invitation of a member's own organization. */
    own: (access: MemberAccess): Promise<readonly Invitation[]> => Array.fromAsync(table.query(ownInvitations(access))),

    /** Every invitation of an organization, for the operator. */
    of: (access: OperatorAccess, organization: OrganizationId): Promise<readonly Invitation[]> =>
      Array.fromAsync(table.query(invitationsOf(access, organization))),
  };
}

/** Writes what becomes of inviting somebody; each answers false where somebody else was faster. */
export function makeInvitationWriter(client: DynamoDBDocumentClient, name: string, audit: Pick<AuditTrail, 'writing'>) {
  return {
    save: (access: SystemAccess, invitation: Invitation): Promise<boolean> =>
      transact(client, [invitationWrite(client, name, access, invitation)]),

    /** Writes an invitation that is about to be mailed, and that it is. */
    begin: (access: SystemAccess, invitation: Invitation, audited: Audited): Promise<boolean> =>
      transact(client, [invitationWrite(client, name, access, invitation), audit.writing(access, audited)]),
  };
}

type Tables = { readonly invitations: string; readonly organizations: string };

/** What the answer to an invitation changes. */
export type Answered = {
  readonly invitation: Invitation;
  /** The refusal of the whole mailbox, where that is another record. */
  readonly mailbox?: Invitation | undefined;
  /** Undefined where the organization's record stays as it is. */
  readonly organization: Organization | undefined;
  readonly audited: Audited;
};

/** Writes the answer of whoever was invited or mailed: all of it or nothing, and only once. False where somebody else was faster. */
export const makeInvitationAnswerer =
  (client: DynamoDBDocumentClient, tables: Tables, audit: Pick<AuditTrail, 'writing'>) =>
  (
    access: InviteeAccess | RecipientAccess,
    { invitation, mailbox, organization, audited }: Answered,
  ): Promise<boolean> =>
    transact(client, [
      invitationWrite(client, tables.invitations, access, invitation),
      ...(mailbox ? [invitationWrite(client, tables.invitations, access, mailbox)] : []),
      ...(organization ? [organizationWrite(client, tables.organizations, access, organization)] : []),
      audit.writing(access, audited),
    ]);
