import * as z from 'zod';
import { DemandId, OrganizationId } from '../ids.ts';
import {
  Coverage,
  Currency,
  DeliveryModes,
  Description,
  Disclosure,
  Keywords,
  ListingStatus,
  ListingVersion,
  MinorUnits,
  RecordedTagIds,
  Suspension,
  setOf,
  TagIds,
  Title,
  UpdateFrequency,
} from '../listing/parts.ts';
import { refuseUnmeetableTags, whateverElse } from '../listing/tag-refinements.ts';
import { line } from '../text.ts';
import { Instant, instantInput } from '../time.ts';
import { PurposeId } from '../vocabulary/compliance-tags.ts';
import { DomainCode } from '../vocabulary/industries.ts';
import { Jurisdiction } from '../vocabulary/jurisdictions.ts';
import { SecurityLevel } from '../vocabulary/security-levels.ts';
import { capitalTerm, smallTerm } from '../vocabulary/term.ts';

/** A column that the buyer hopes for; `required` makes its absence a reason to forbid the match. */
const ExpectedField = z.strictObject({
  name: line(100),
  label: line(100).optional(),
  required: z.boolean().default(false),
});

/** When the buyer is mailed: at once, once a day, or never. */
const Notify = z.strictObject({ mode: z.enum(['instant', 'daily', 'off']) });

const fields = {
  title: Title,
  description: Description,
  keywords: Keywords.default([]),
  domains: setOf(DomainCode, 20).min(1),
  maxSecurityLevel: SecurityLevel,
  requiredTags: TagIds.default([]),
  preferredTags: TagIds.default([]),
  purpose: PurposeId,
  expectedFields: z.array(ExpectedField).max(500).default([]),
  jurisdiction: Jurisdiction,
  coverage: Coverage.optional(),
  updateFrequency: UpdateFrequency.optional(),
  deliveryModes: DeliveryModes,
  budget: z.strictObject({ amount: MinorUnits, currency: Currency }).optional(),
  notify: Notify.default({ mode: 'instant' }),
  disclosure: Disclosure.default([]),
};

/** What a buyer posts. `validUntil` left out means a year from the day of posting. */
export const DemandInput = z
  .strictObject({ ...fields, validUntil: instantInput.optional() })
  .superRefine(refuseUnmeetableTags, whateverElse);
export type DemandInput = z.infer<typeof DemandInput>;

/** A demand as it is kept, with no term that the vocabulary does not have. */
export const CurrentDemand = z.strictObject({
  ...fields,
  id: DemandId,
  organizationId: OrganizationId,
  status: ListingStatus,
  suspension: Suspension.optional(),
  version: ListingVersion,
  validUntil: Instant,
  createdAt: Instant,
  updatedAt: Instant,
});

/** Data that an organization needs; a term that the vocabulary has no more is read as it was recorded. */
export const Demand = CurrentDemand.extend({
  domains: setOf(capitalTerm, 20).min(1),
  requiredTags: RecordedTagIds.default([]),
  preferredTags: RecordedTagIds.default([]),
  purpose: smallTerm,
  jurisdiction: capitalTerm,
});
export type Demand = z.infer<typeof Demand>;
