import * as z from 'zod';
import type { Access } from '../access/access.ts';
import { MatchId, OrganizationId } from '../ids.ts';
import type { Listing } from '../listing/listing.ts';
import { ListingVersion } from '../listing/parts.ts';
import { paragraph } from '../text.ts';
import { Instant } from '../time.ts';

/** What is done to a thing on record, and what is shown of it to somebody whose it is not. */
const auditedActs = [
  'listing-published',
  'listing-revised',
  'listing-withdrawn',
  'listing-expired',
  'listing-suspended',
  'listing-reinstated',
  'organization-described',
  'organization-verified',
  'organization-suspended',
  'organization-reinstated',
  'organization-exported',
  'organization-deleted',
  'organization-read',
  'contact-invited',
  'contact-confirmed',
  'contact-refused',
  'preferences-changed',
  'address-stopped',
  'address-released',
  'review-cleared',
  'review-rejected',
  'review-read',
  'match-read',
  'match-mailed',
  'verdict-read',
  'preview-read',
  'audit-read',
  'replay-started',
  'reconciliation-started',
  'parked-read',
  'parked-put-back',
  'parked-deleted',
] as const;
export const AuditedAct = z.enum(auditedActs);
export type AuditedAct = z.infer<typeof AuditedAct>;

/** Who did it: a member, the operator, somebody who was invited or mailed, or the service itself by the task that it did. */
const Actor = z.strictObject({
  as: z.enum(['member', 'operator', 'system', 'invitee', 'recipient']),
  organization: OrganizationId.optional(),
  caller: z.string().max(255).optional(),
  task: z.string().max(64).optional(),
});
type Actor = z.infer<typeof Actor>;

/** One line of the audit record: who did what, when, from where, to which version of what. It is never changed. */
export const AuditEntry = z.strictObject({
  /** The id of what was changed or shown: a listing, an organization, a match. */
  subject: z.string().min(1).max(128),
  id: z.string().min(1).max(64),
  at: Instant,
  act: AuditedAct,
  by: Actor,
  /** Where the request came from; the service itself has none. */
  from: z.strictObject({ requestId: z.string().max(128), address: z.string().max(64) }).optional(),
  version: ListingVersion.optional(),
  /** To whom it was shown, where that is not the actor. */
  to: OrganizationId.optional(),
  /** The digest of the address that a mail went to, or that was answered for. */
  contact: z.string().max(64).optional(),
  matchId: MatchId.optional(),
  /** The message of a queue that it was done to. */
  messageId: z.string().max(128).optional(),
  /** Why, where the operator has to say so. */
  note: paragraph(2000).optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** What an entry says beside who it was. */
export type Audited = Omit<AuditEntry, 'id' | 'by' | 'from'>;

function actorOf(access: Access): Actor {
  switch (access.as) {
    case 'system':
      return { as: 'system', task: access.task };
    case 'invitee':
    case 'recipient':
      return { as: access.as };
    case 'member':
    case 'operator': {
      const { as, organization, caller } = access;
      return { as, organization, ...(caller !== undefined && { caller }) };
    }
  }
}

/** The line of the audit record for something done or shown by somebody. */
export function auditEntry(access: Access, id: string, audited: Audited): AuditEntry {
  return { ...audited, id, by: actorOf(access), ...(access.as !== 'system' && { from: access.from }) };
}

/** What a new version of a listing means. */
export function listingAct(before: Listing | undefined, after: Listing): AuditedAct {
  if (!before) return 'listing-published';
  if (before.status !== after.status) {
    switch (after.status) {
      case 'withdrawn':
        return 'listing-withdrawn';
      case 'expired':
        return before.status === 'suspended' ? 'listing-reinstated' : 'listing-expired';
      case 'suspended':
        return 'listing-suspended';
      case 'listed':
        return before.status === 'suspended' ? 'listing-reinstated' : 'listing-revised';
      case 'draft':
        return 'listing-revised';
    }
  }
  return after.suspension?.note === before.suspension?.note ? 'listing-revised' : 'listing-suspended';
}
