import { mailboxOf, sameAddress } from '../contact/address.ts';
import type { OrganizationId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Contact, Organization, OrganizationInput, OrganizationProfileInput } from './organization.ts';

const stamp = (before: Organization | undefined, now: Instant) => ({
  version: (before?.version ?? 0) + 1,
  createdAt: before?.createdAt ?? now,
  updatedAt: now,
});

/** What the operator alone ends, whoever writes the next version. */
const staying = (before: Organization | undefined) => before?.suspension && { suspension: before.suspension };

/** The record as the operator puts it: what it verified counts from now on. */
export function verify(
  id: OrganizationId,
  input: OrganizationInput,
  before: Organization | undefined,
  now: Instant,
): Organization {
  return { ...input, id, ...staying(before), ...stamp(before, now) };
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
    ...staying(before),
    ...stamp(before, now),
  };
}

/**
 * The organization taken out of the market by the operator, with a sentence for it to read. Another sentence replaces the
 * one before and leaves since when it is out; the same one changes nothing.
 */
export function suspendOrganization(before: Organization, note: string, now: Instant): Organization {
  if (before.suspension?.note === note) return before;
  const { suspendedAt } = before.suspension ?? { suspendedAt: now };
  return { ...before, suspension: { note, suspendedAt }, ...stamp(before, now) };
}

/** The organization let in again; one that is not suspended stays as it is, and so does what is left of one that was deleted. */
export function reinstateOrganization(before: Organization, now: Instant): Organization {
  if (!before.suspension || before.erasedAt) return before;
  const { suspension: _, ...rest } = before;
  return { ...rest, ...stamp(before, now) };
}

/** What is left of an organization whose data was deleted: that there was one of this id, which is out for good. */
export function erase({ id, kind, jurisdiction, ...before }: Organization, note: string, now: Instant): Organization {
  return {
    id,
    kind,
    jurisdiction,
    name: '已删除 / deleted',
    contacts: [],
    dailyMail: { hour: 8 },
    supplierReport: 'off',
    affiliates: [],
    clearance: 1,
    heldTags: [],
    suspension: { note, suspendedAt: before.suspension?.suspendedAt ?? now },
    erasedAt: now,
    version: before.version + 1,
    createdAt: before.createdAt,
    updatedAt: now,
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
