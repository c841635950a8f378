import type { InviteeAccess, RecipientAccess } from '../../domain/access/access.ts';
import { type Invitation, refusalOfMailbox } from '../../domain/contact/invitation.ts';
import type { makeInvitationReader } from '../_adapters/dynamo/invitation-store.ts';

type Invitations = Pick<ReturnType<typeof makeInvitationReader>, 'get'>;

/** A refusal as the mailbox's, where the address that refuses is another spelling of it. */
export async function mailboxRefusal(
  invitations: Invitations,
  access: InviteeAccess | RecipientAccess,
  refused: Invitation,
): Promise<Invitation | undefined> {
  const { mailbox } = access;
  if (mailbox === undefined || mailbox === refused.contact) return undefined;
  return refusalOfMailbox(refused, mailbox, await invitations.get(access, refused.organizationId, mailbox));
}
