import type { Invitation } from '../contact/invitation.ts';
import type { Preferences } from '../contact/preferences.ts';
import type { OrganizationId } from '../ids.ts';
import type { Listing } from '../listing/listing.ts';
import type { Match } from '../match/match.ts';
import { isReadable } from '../match/review.ts';
import type { Organization } from '../organization/organization.ts';
import type { Access } from './access.ts';

/** What the service and the operator may read. */
export const isNoMember = ({ as }: Access): boolean => as === 'system' || as === 'operator';

const isOwn = (access: Access, owner: OrganizationId): boolean =>
  isNoMember(access) || (access.as === 'member' && access.organization === owner);

/** A member reads and writes its own listings whole, and no other. */
export const mayTouchListing = (access: Access, { organizationId }: Pick<Listing, 'organizationId'>): boolean =>
  isOwn(access, organizationId);

/** A member reads and writes its own organization, and no other; somebody who was invited the one that it was invited by. */
export const mayTouchOrganization = (access: Access, { id }: Pick<Organization, 'id'>): boolean =>
  isOwn(access, id) || isInvitedBy(access, id);

const isInvitedBy = (access: Access, id: OrganizationId): boolean =>
  access.as === 'invitee' && access.organization === id;

/** Somebody who was invited reads and answers its own invitation, and refuses for its mailbox. */
const isOwnInvitation = (access: Access, { organizationId, contact }: Invitation): boolean =>
  access.as === 'invitee' &&
  access.organization === organizationId &&
  [access.contact, access.mailbox].includes(contact);

/** A member reads what became of its invitations. */
export const mayReadInvitation = (access: Access, invitation: Invitation): boolean =>
  isOwn(access, invitation.organizationId) || isOwnInvitation(access, invitation);

/** Neither a member nor the operator writes one: the service does, and whoever was invited. */
export const mayWriteInvitation = (access: Access, invitation: Invitation): boolean =>
  isSystem(access) || isOwnInvitation(access, invitation);

/** A member reads a match in which it is a side, once both sides may: never one that a person has not cleared. */
export const mayReadMatch = (access: Access, match: Match): boolean =>
  isNoMember(access) ||
  (access.as === 'member' && isReadable(match) && [match.buyerId, match.supplierId].includes(access.organization));

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
