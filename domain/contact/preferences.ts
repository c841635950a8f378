import * as z from 'zod';
import { OrganizationId } from '../ids.ts';
import { Instant } from '../time.ts';
import { Locale } from '../vocabulary/bilingual.ts';

/** How often a contact is mailed of matches: as each demand says, once a day whatever it says, or never. */
export const MatchMails = z.enum(['as-posted', 'daily', 'off']);
export type MatchMails = z.infer<typeof MatchMails>;

/** Whether somebody is mailed each week what buyers look for in its organization's domains. */
export const SupplierReport = z.enum(['weekly', 'off']);
export type SupplierReport = z.infer<typeof SupplierReport>;

/** What the owner of an address wants of the mails that one organization has it sent. It is the owner's own to say. */
export const Preferences = z.strictObject({
  organizationId: OrganizationId,
  /** The digest of the address. */
  contact: z.string().regex(/^[0-9a-f]{32}$/),
  matches: MatchMails.default('as-posted'),
  /** Left out: as its organization says. */
  supplierReport: SupplierReport.optional(),
  /** The language that its owner wants, where that is not the one that the organization named. */
  locale: Locale.optional(),
  at: Instant,
  /** How often it was written: each write names the one that it was made from. */
  version: z.int().min(1),
});
export type Preferences = z.infer<typeof Preferences>;

/** Whether a contact gets the weekly report: as it says itself, else as its organization does. */
export const wantsReport = (
  organization: { readonly supplierReport: SupplierReport },
  preferences: Pick<Preferences, 'supplierReport'> | undefined,
): boolean => (preferences?.supplierReport ?? organization.supplierReport) === 'weekly';

/** What the owner of an address may say, each for itself. */
export type Wanted = Partial<Pick<Preferences, 'matches' | 'supplierReport' | 'locale'>>;

type Owner = Pick<Preferences, 'organizationId' | 'contact'>;

/** What an owner wants who has said nothing. */
export const unsaid = { matches: 'as-posted' } as const satisfies Wanted;

/** The record with what its owner wants from now on; undefined where that is what it says already. */
export function withWanted(
  { organizationId, contact }: Owner,
  before: Preferences | undefined,
  wanted: Wanted,
  at: Instant,
): Preferences | undefined {
  const next = { ...unsaid, ...before, ...wanted };
  const isSame =
    next.matches === (before?.matches ?? unsaid.matches) &&
    next.supplierReport === before?.supplierReport &&
    next.locale === before?.locale;
  return isSame ? undefined : { ...next, organizationId, contact, at, version: (before?.version ?? 0) + 1 };
}
