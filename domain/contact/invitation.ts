import * as z from 'zod';
import { OrganizationId } from '../ids.ts';
import type { Contact } from '../organization/organization.ts';
import { Instant } from '../time.ts';

/**
 * What became of inviting an address to be a contact: it is about to be mailed, was mailed, was not for today's limits or
 * because the mail server does not take it; or its owner answered.
 */
const states = ['sending', 'sent', 'held', 'undeliverable', 'confirmed', 'refused'] as const;

/** The one invitation on record of an address to one organization; a new one takes the place of an old one. */
export const Invitation = z.strictObject({
  organizationId: OrganizationId,
  /** A digest of the address, which itself stands with the organization alone: what was refused outlives it. */
  contact: z.string().regex(/^[0-9a-f]{32}$/),
  /** The digest of the mailbox that the address ends in: who refuses does so for each of its spellings. */
  mailbox: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  /** Another one for each invitation: a link means this one and no other. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  state: z.enum(states),
  /** The message that it was sent for. */
  cause: z.string().max(200),
  at: Instant,
  expiresAt: Instant,
  /** How often it was written: each write names the one that it was made from. */
  version: z.int().min(1),
});
export type Invitation = z.infer<typeof Invitation>;

const lifetimeMs = 7 * 86_400_000;

/** When the link of an invitation ends that is sent now. */
export const expiryOf = (now: Instant): Instant => Instant.parse(new Date(Date.parse(now) + lifetimeMs).toISOString());

/** What is to be done for a contact: a new invitation, the one that this very message began, or nothing. */
type Due = 'new' | 'begun' | 'nothing';

/**
 * Whether a contact is due an invitation. One that is under way is left to the message that began it, one that can still be
 * answered is enough, and who has refused is never asked again.
 */
export function invitationDue(
  contact: Pick<Contact, 'confirmed'>,
  before: Invitation | undefined,
  cause: string,
  now: Instant,
): Due {
  if (contact.confirmed) return 'nothing';
  if (!before) return 'new';
  switch (before.state) {
    case 'refused':
      return 'nothing';
    case 'held':
    case 'confirmed':
      return 'new';
    case 'sending':
      if (now < before.expiresAt) return before.cause === cause ? 'begun' : 'nothing';
      return 'new';
    case 'sent':
    case 'undeliverable':
      return now < before.expiresAt ? 'nothing' : 'new';
  }
}

/**
 * What counts for an address: the refusal of its mailbox, which holds however an address of it is spelt, else the
 * address's own invitation.
 */
export const prevailing = (own: Invitation | undefined, ofMailbox: Invitation | undefined): Invitation | undefined =>
  ofMailbox?.state === 'refused' ? ofMailbox : own;

/** The refusal of one address as that of its mailbox, over what is on record there. */
export const refusalOfMailbox = (refused: Invitation, mailbox: string, before: Invitation | undefined): Invitation => ({
  ...refused,
  contact: mailbox,
  version: (before?.version ?? 0) + 1,
});

type Withdrawing = Pick<Invitation, 'organizationId' | 'contact' | 'mailbox' | 'id'>;

/** The refusal of an address whose owner was mailed and wants no more of it, over what is on record of inviting it. */
export function withdrawal(owner: Withdrawing, before: Invitation | undefined, at: Instant): Invitation {
  if (!before) return { ...owner, state: 'refused', cause: 'withdrawn', at, expiresAt: at, version: 1 };
  const mailbox = owner.mailbox ?? before.mailbox;
  return { ...inState(before, 'refused', at), ...(mailbox !== undefined && { mailbox }) };
}

/**
 * What a link means at a time: an open one may be answered, and one whose address is no contact any more may be refused:
 * else whoever takes a contact back in time is never told to stop.
 */
export type Standing = 'open' | 'withdrawn' | 'expired' | 'confirmed' | 'refused' | 'void';

/** A link means one invitation, for as long as it is not answered or over. */
export function standingOf(
  link: Pick<Invitation, 'id'>,
  invitation: Invitation | undefined,
  contact: Contact | undefined,
  now: Instant,
): Standing {
  if (invitation?.id !== link.id) return 'void';
  if (invitation.state === 'confirmed' || invitation.state === 'refused') return invitation.state;
  if (now >= invitation.expiresAt) return 'expired';
  return contact ? 'open' : 'withdrawn';
}

/** The invitation in its next state. */
export const inState = (invitation: Invitation, state: Invitation['state'], at: Instant): Invitation => ({
  ...invitation,
  state,
  at,
  version: invitation.version + 1,
});

/** What an organization is told of a contact that is not confirmed. */
export function shownState(invitation: Invitation | undefined, now: Instant) {
  if (!invitation || invitation.state === 'confirmed') return { state: 'asked' } as const;
  const { state, at, expiresAt } = invitation;
  const isOver = state !== 'refused' && state !== 'held' && now >= expiresAt;
  if (isOver) return { state: 'expired', at: expiresAt } as const;
  return { state: state === 'sending' ? 'asked' : state, at, ...(state === 'sent' && { expiresAt }) } as const;
}
