import { type RecipientAccess, recipientAccess } from '../../domain/access/access.ts';
import type { Preferences } from '../../domain/contact/preferences.ts';
import type { Contact, Organization } from '../../domain/organization/organization.ts';
import type { Reader } from '../_links/reader-tokens.ts';
import type { HttpEvent } from '../_runtime/http-request.ts';
import { addressDigest } from '../_runtime/ids.ts';
import type { Deps } from './deps.ts';

/** How often something is written, where somebody else writes at the same moment. */
export const attempts = 5;

/** Others kept writing while an owner's wish was to be written. */
export class WishKeepsFailing extends Error {
  override readonly name = 'WishKeepsFailing';
}

/** The contact that a mail went to, as its organization names it now. */
export type Named = { readonly organization: Organization; readonly contact: Contact };

/** The owner of an address: as its organization names it, where it does, and what it has said. */
export type Owner = { readonly named: Named | undefined; readonly preferences: Preferences | undefined };

/** For whom somebody acts who followed a link of a mail. */
export const accessOf = (
  { requestContext: { requestId, http } }: HttpEvent,
  { organizationId: organization, contact }: Reader,
): RecipientAccess => recipientAccess({ organization, contact, from: { requestId, address: http.sourceIp } });

/** The contact of this address, as the organization names it now. */
export async function findNamed(
  { organizations }: Pick<Deps, 'organizations'>,
  access: RecipientAccess,
): Promise<Named | undefined> {
  const organization = await organizations.get(access, access.organization);
  const contact = organization?.contacts.find(({ email }) => addressDigest(email) === access.contact);
  return organization && contact && { organization, contact };
}

/** What is known of the owner of an address. */
export async function findOwner(
  deps: Pick<Deps, 'organizations' | 'preferences'>,
  access: RecipientAccess,
): Promise<Owner> {
  const { organization, contact } = access;
  const [named, preferences] = await Promise.all([
    findNamed(deps, access),
    deps.preferences.get(access, organization, contact),
  ]);
  return { named, preferences };
}
