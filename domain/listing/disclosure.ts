import type { Organization } from '../organization/organization.ts';
import { domainsOf, isDemand, type Listing } from './listing.ts';
import type { DisclosedPart } from './parts.ts';

const seenByAll = (listing: Listing) =>
  isDemand(listing)
    ? { title: listing.title, domains: domainsOf(listing), maxSecurityLevel: listing.maxSecurityLevel }
    : { title: listing.title, domain: listing.domain, securityLevel: listing.securityLevel };

const fieldsOf = (listing: Listing) => (isDemand(listing) ? listing.expectedFields : listing.fields);

/** Name and kind; never the id, nor what the operator verified. */
const nameOf = ({ name, kind }: Organization) => ({ name, kind });

/** Confirmed addresses alone: nobody else's address is shown because somebody typed it. */
const contactsOf = ({ contacts }: Organization) =>
  contacts.filter(({ confirmed }) => confirmed).map(({ email, locale }) => ({ email, locale }));

/**
 * What the other side of a match sees of a listing: title, domain and level, and beyond that what the listing's
 * `disclosure` names. Its organization is needed only where that names it or its contacts.
 */
export function disclosed(listing: Listing, organization: Organization | undefined) {
  const shows = (part: DisclosedPart): boolean => listing.disclosure.includes(part);
  return {
    ...seenByAll(listing),
    ...(shows('description') && { description: listing.description }),
    ...(shows('fields') && { fields: fieldsOf(listing) }),
    ...(shows('organization') && organization && { organization: nameOf(organization) }),
    ...(shows('contacts') && organization && { contacts: contactsOf(organization) }),
  };
}

/** Whether the other side is shown anything of the organization behind a listing. */
export const disclosesOrganization = ({ disclosure }: Listing): boolean =>
  disclosure.includes('organization') || disclosure.includes('contacts');
