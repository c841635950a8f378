import type { MatchId, OrganizationId } from '../ids.ts';

/** Only the makers below make one: an object that merely looks like it is none. */
declare const made: unique symbol;

/** From where a request came, for the audit record and never for a log. */
type Origin = { readonly requestId: string; readonly address: string };

/** Somebody at an enterprise: reads and changes what is its organization's own. */
export type MemberAccess = {
  readonly [made]: 'member';
  readonly as: 'member';
  readonly organization: OrganizationId;
  /** The person or program, as the identity provider names it; undefined where its token names none. */
  readonly caller: string | undefined;
  readonly from: Origin;
};

/** The zone's operator: reads everything, and changes what it answers for. */
export type OperatorAccess = {
  readonly [made]: 'operator';
  readonly as: 'operator';
  readonly organization: OrganizationId;
  readonly caller: string;
  readonly from: Origin;
};

/** The service itself, by the task that it does: matching, telling, sweeping. What it reads it shows to nobody as it is. */
export type SystemAccess = { readonly [made]: 'system'; readonly as: 'system'; readonly task: string };

/** Whoever follows the link of an invitation: may say yes or no for its own address at the one organization that invites it. */
export type InviteeAccess = {
  readonly [made]: 'invitee';
  readonly as: 'invitee';
  readonly organization: OrganizationId;
  /** The digest of the address, as its invitation has it. */
  readonly contact: string;
  /** The digest of the mailbox that the address ends in, once it is known: whoever refuses does so for each of its spellings. */
  readonly mailbox?: string;
  readonly from: Origin;
};

/** Whoever follows the link of a mail: may see what that mail shows, and say which mails it wants for its own address. */
export type RecipientAccess = {
  readonly [made]: 'recipient';
  readonly as: 'recipient';
  readonly organization: OrganizationId;
  /** The digest of the address that the mail went to. */
  readonly contact: string;
  /** The digest of the mailbox that the address ends in, once it is known: whoever withdraws does so for each of its spellings. */
  readonly mailbox?: string;
  /** The one match that the link leads to; left out: none. */
  readonly matchId?: MatchId;
  readonly from: Origin;
};

/** For whom something is read or written. Nothing is without one. */
export type Access = MemberAccess | OperatorAccess | SystemAccess | InviteeAccess | RecipientAccess;

type Member = Omit<MemberAccess, 'as' | typeof made>;
type Operator = Omit<OperatorAccess, 'as' | typeof made>;

/** The access of a member, from claims that were checked. */
export const memberAccess = (member: Member): MemberAccess => ({ ...member, as: 'member' }) as MemberAccess;

/** The access of the operator, from claims that were checked. */
export const operatorAccess = (operator: Operator): OperatorAccess =>
  ({ ...operator, as: 'operator' }) as OperatorAccess;

/** The access of the service itself; `task` says in the audit record for what. */
export const systemAccess = (task: string): SystemAccess => ({ as: 'system', task }) as SystemAccess;

/** The access of somebody who was invited, from a link whose signature was checked. */
export const inviteeAccess = (invitee: Omit<InviteeAccess, 'as' | typeof made>): InviteeAccess =>
  ({ ...invitee, as: 'invitee' }) as InviteeAccess;

/** The access of somebody who was mailed, from a link whose signature was checked. */
export const recipientAccess = (recipient: Omit<RecipientAccess, 'as' | typeof made>): RecipientAccess =>
  ({ ...recipient, as: 'recipient' }) as RecipientAccess;
