import type { OrganizationId } from '../ids.ts';
import type { Listing } from '../listing/listing.ts';
import type { Match } from '../match/match.ts';
import { isReadable } from '../match/review.ts';
import type { Organization } from '../organization/organization.ts';
import type { Access } from './access.ts';

const isOwn = (access: Access, owner: OrganizationId): boolean =>
  access.as !== 'member' || access.organization === owner;

/** A member reads and writes its own listings whole, and no other. */
export const mayTouchListing = (access: Access, { organizationId }: Pick<Listing, 'organizationId'>): boolean =>
  isOwn(access, organizationId);

/** A member reads and writes its own organization, and no other. */
export const mayTouchOrganization = (access: Access, { id }: Pick<Organization, 'id'>): boolean => isOwn(access, id);

/** A member reads a match in which it is a side, once both sides may: never one that a person has not cleared. */
export const mayReadMatch = (access: Access, match: Match): boolean =>
  access.as !== 'member' || (isReadable(match) && [match.buyerId, match.supplierId].includes(access.organization));

/** No member writes a match: the matcher does, and the operator who decides. */
export const mayWriteMatch = ({ as }: Access): boolean => as !== 'member';

/** What only the service itself works with, on behalf of whomever. */
export const isSystem = ({ as }: Access): boolean => as === 'system';

/** What the service and the operator may read. */
export const isNoMember = ({ as }: Access): boolean => as !== 'member';
