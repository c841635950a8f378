import { mailboxOf, sameAddress } from '../contact/address.ts';
import type { OrganizationId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Contact, Organization, OrganizationInput, OrganizationProfileInput } from './organization.ts';

const stamp = (before: Organization | undefined, now: Instant) => ({
  version: (before?.version ?? 0) + 1,
  createdAt: before?.createdAt ?? now,
  updatedAt: now,
});

/** The record as the operator puts it: what it verified counts from now on. */
export function verify(
  id: OrganizationId,
  input: OrganizationInput,
  before: Organization | undefined,
  now: Instant,
): Organization {
  return { ...input, id, ...stamp(before, now) };
}

/** An address keeps its confirmation; a new one starts without. */
function keepConfirmation(contacts: OrganizationProfileInput['contacts'], before: readonly Contact[]): Contact[] {
  return contacts.map((contact) => ({
    ...contact,
    confirmed: before.some((known) => known.confirmed && sameAddress(known.email, contact.email)),
  }));
}

/** The record as a member describes itself: no affiliates, clearance 1 and no tags until the operator has verified it. */
export function describe(
  id: OrganizationId,
  input: OrganizationProfileInput,
  before: Organization | undefined,
  now: Instant,
): Organization {
  return {
    ...input,
    contacts: keepConfirmation(input.contacts, before?.contacts ?? []),
    affiliates: before?.affiliates ?? [],
    clearance: before?.clearance ?? 1,
    heldTags: before?.heldTags ?? [],
    id,
    ...stamp(before, now),
  };
}

/** The record once somebody at an address has said whether it wants the organization's mail. */
export function answerFor(email: string, confirmed: boolean, before: Organization, now: Instant): Organization {
  return {
    ...before,
    contacts: before.contacts.map((contact) =>
      sameAddress(contact.email, email) ? { ...contact, confirmed } : contact,
    ),
    ...stamp(before, now),
  };
}

/** The record once the owner of a mailbox wants no more of its mail, under any spelling; undefined where none is mailed. */
export function withdrawn(email: string, before: Organization, now: Instant): Organization | undefined {
  const isWithdrawn = (contact: Contact): boolean => contact.confirmed && mailboxOf(contact.email) === mailboxOf(email);
  if (!before.contacts.some(isWithdrawn)) return undefined;
  const contacts = before.contacts.map((contact) =>
    isWithdrawn(contact) ? { ...contact, confirmed: false } : contact,
  );
  return { ...before, contacts, ...stamp(before, now) };
}
