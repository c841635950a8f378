import * as z from 'zod';
import { EmailAddress } from '../contact/address.ts';
import { SupplierReport } from '../contact/preferences.ts';
import { OrganizationId } from '../ids.ts';
import { CertifiedTag, RecordedCertifiedTag, Suspension, setOf } from '../listing/parts.ts';
import { refuseUnholdableTags, whateverElse } from '../listing/tag-refinements.ts';
import { line } from '../text.ts';
import { Instant, TimeZone } from '../time.ts';
import { Locale } from '../vocabulary/bilingual.ts';
import { Jurisdiction } from '../vocabulary/jurisdictions.ts';
import { SecurityLevel } from '../vocabulary/security-levels.ts';
import { capitalTerm } from '../vocabulary/term.ts';

/** An address that is mailed only once `confirmed`. */
export const Contact = z.strictObject({
  email: EmailAddress,
  locale: Locale.default('zh-CN'),
  confirmed: z.boolean().default(false),
});
export type Contact = z.infer<typeof Contact>;

const uniqueAddresses = (contacts: readonly { email: string }[]): boolean =>
  new Set(contacts.map((contact) => contact.email.toLowerCase())).size === contacts.length;

const Contacts = z
  .array(Contact)
  .max(20)
  .refine(uniqueAddresses, { params: { code: 'repeated-item' } });

/** When the daily mail goes out: the hour of the clocks in a time zone, the pilot zone's own where none is named. */
const DailyMail = z.strictObject({ hour: z.int().min(0).max(23).default(8), timeZone: TimeZone.optional() });

const profile = {
  name: line(200),
  kind: z.enum(['soe', 'private', 'sme', 'public-body', 'research', 'foreign', 'service-provider']),
  park: line(100).optional(),
  jurisdiction: Jurisdiction,
  contacts: Contacts.default([]),
  dailyMail: DailyMail.default({ hour: 8 }),
  supplierReport: SupplierReport.default('off'),
};

/** What the operator has verified and answers for. */
const verified = {
  /** Whoever could name these itself would learn by a match's end whose listing it was. */
  affiliates: setOf(OrganizationId, 200).default([]),
  clearance: SecurityLevel.default(1),
  heldTags: z.array(CertifiedTag).max(100).default([]),
};

/** What an operator puts: the whole record, with affiliates, clearance, held tags and confirmed contacts. */
export const OrganizationInput = z
  .strictObject({ ...profile, ...verified })
  .superRefine(refuseUnholdableTags, whateverElse);
export type OrganizationInput = z.infer<typeof OrganizationInput>;

/** What a member may put of its own organization: affiliates, clearance, held tags and `confirmed` are not its to set. */
export const OrganizationProfileInput = z.strictObject({
  ...profile,
  contacts: z
    .array(Contact.omit({ confirmed: true }))
    .max(20)
    .refine(uniqueAddresses, { params: { code: 'repeated-item' } })
    .default([]),
});
export type OrganizationProfileInput = z.infer<typeof OrganizationProfileInput>;

/** An organization as it is kept, with no term that the vocabulary does not have. */
export const CurrentOrganization = z.strictObject({
  ...profile,
  ...verified,
  id: OrganizationId,
  /** Why and since when the operator has it suspended: for itself and the operator alone. */
  suspension: Suspension.optional(),
  /** When everything of it was deleted that may be. */
  erasedAt: Instant.optional(),
  version: z.int().min(1),
  createdAt: Instant,
  updatedAt: Instant,
});

/** A party of the zone: supplier, buyer or both. */
export const Organization = CurrentOrganization.extend({
  jurisdiction: capitalTerm,
  heldTags: z.array(RecordedCertifiedTag).max(100).default([]),
});
export type Organization = z.infer<typeof Organization>;

/** The facts about a party that judging needs. */
export type Party = Pick<Organization, 'id' | 'affiliates' | 'clearance' | 'heldTags'> &
  Partial<Pick<Organization, 'kind'>> & {
    /** The operator has it suspended: nobody finds what it has listed. */
    readonly suspended?: true | undefined;
  };

/** A party that the operator has not verified: clearance 1, no tags. */
export function unverifiedParty(id: OrganizationId): Party {
  return { id, affiliates: [], clearance: 1, heldTags: [] };
}
