import type { Invitation } from '../contact/invitation.ts';
import type { Preferences } from '../contact/preferences.ts';
import type { MatchId, OrganizationId } from '../ids.ts';
import type { Listing } from '../listing/listing.ts';
import type { Match } from '../match/match.ts';
import { isReadable } from '../match/review.ts';
import type { Organization } from '../organization/organization.ts';
import type { Access, InviteeAccess, RecipientAccess } from './access.ts';

/** What the service and the operator may read. */
export const isNoMember = ({ as }: Access): boolean => as === 'system' || as === 'operator';

const isOwn = (access: Access, owner: OrganizationId): boolean =>
  isNoMember(access) || (access.as === 'member' && access.organization === owner);

/** A member reads and writes its own listings whole, and no other. */
export const mayTouchListing = (access: Access, { organizationId }: Pick<Listing, 'organizationId'>): boolean =>
  isOwn(access, organizationId);

/**
 * A member reads and writes its own organization, and no other; the owner of an address the one that invited or mailed it,
 * of which it is shown the name, and changes whether its own address is confirmed.
 */
export const mayTouchOrganization = (access: Access, { id }: Pick<Organization, 'id'>): boolean =>
  isOwn(access, id) || (isOwner(access) && access.organization === id);

/** Who owns an address, and followed a link that was mailed to it. */
const isOwner = (access: Access): access is InviteeAccess | RecipientAccess =>
  access.as === 'invitee' || access.as === 'recipient';

/** The owner of an address reads and answers its own invitation, and refuses for its mailbox. */
const isOwnInvitation = (access: Access, { organizationId, contact }: Invitation): boolean =>
  isOwner(access) && access.organization === organizationId && [access.contact, access.mailbox].includes(contact);

/** A member reads what became of its invitations. */
export const mayReadInvitation = (access: Access, invitation: Invitation): boolean =>
  isOwn(access, invitation.organizationId) || isOwnInvitation(access, invitation);

/** Neither a member nor the operator writes one: the service does, and whoever was invited or mailed. */
export const mayWriteInvitation = (access: Access, invitation: Invitation): boolean =>
  isSystem(access) || isOwnInvitation(access, invitation);

/**
 * A member reads a match in which it is a side, once both sides may: never one that a person has not cleared. Whoever was
 * mailed for the buyer reads the one match that its link names.
 */
export const mayReadMatch = (access: Access, match: Match): boolean => {
  if (isNoMember(access)) return true;
  if (!isReadable(match)) return false;
  if (access.as === 'recipient') return access.matchId === match.id && access.organization === match.buyerId;
  return access.as === 'member' && [match.buyerId, match.supplierId].includes(access.organization);
};

/** What a contact was told of a match: the service's own, and of its one match whoever was told. A telling has the beginning of the digest. */
export const mayReadTelling = (access: Access, { contact, matchId }: { contact: string; matchId: MatchId }): boolean =>
  isSystem(access) || (access.as === 'recipient' && access.matchId === matchId && access.contact.startsWith(contact));

/** No member writes a match: the matcher does, and the operator who decides. */
export const mayWriteMatch = (access: Access): boolean => isNoMember(access);

/** The owner of an address reads and says what it wants; the service reads it. */
export const mayTouchPreferences = (
  access: Access,
  { organizationId, contact }: Pick<Preferences, 'organizationId' | 'contact'>,
): boolean =>
  isSystem(access) ||
  (access.as === 'recipient' && access.organization === organizationId && access.contact === contact);

/** What only the service itself works with, on behalf of whomever. */
export const isSystem = ({ as }: Access): boolean => as === 'system';
