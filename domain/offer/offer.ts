import * as z from 'zod';
import { OfferId, OrganizationId } from '../ids.ts';
import {
  CarriedTag,
  Coverage,
  Currency,
  DeliveryModes,
  Description,
  Disclosure,
  Keywords,
  ListingStatus,
  ListingVersion,
  MinorUnits,
  RecordedCarriedTag,
  RecordedTagIds,
  Suspension,
  setOf,
  TagIds,
  Title,
  UpdateFrequency,
} from '../listing/parts.ts';
import { refuseInconsistentTags, whateverElse } from '../listing/tag-refinements.ts';
import { line, paragraph } from '../text.ts';
import { Instant, instantInput } from '../time.ts';
import { PurposeId } from '../vocabulary/compliance-tags.ts';
import { DomainCode } from '../vocabulary/industries.ts';
import { Jurisdiction } from '../vocabulary/jurisdictions.ts';
import { isNeverListed, SecurityClass, SecurityLevel } from '../vocabulary/security-levels.ts';
import { capitalTerm, smallTerm } from '../vocabulary/term.ts';
import { classOf, NativeGrade, refuseWrongGrade, withMappedGrade } from './native-grade.ts';
import { Transfer } from './transfer.ts';

/** A column of the data on offer. */
const OfferField = z.strictObject({
  name: line(100),
  label: line(100).optional(),
  type: line(40).optional(),
  unit: line(40).optional(),
});

/** Where the data comes from: the intermediary must have the provider state it (Data Security Law Art 33). */
const OfferSource = z.strictObject({
  kind: z.enum(['collected', 'produced', 'purchased', 'authorised', 'public']),
  statement: paragraph(2000),
});

const Price = z
  .strictObject({
    model: z.enum(['free', 'one-off', 'subscription', 'per-call', 'negotiable']),
    amount: MinorUnits.optional(),
    currency: Currency.optional(),
  })
  .refine((price) => (price.amount === undefined) === (price.currency === undefined), {
    path: ['currency'],
    params: { code: 'amount-with-currency' },
  });

const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

const fields = {
  title: Title,
  description: Description,
  keywords: Keywords.default([]),
  domain: DomainCode,
  securityClass: SecurityClass.refine((name) => !isNeverListed(name), { params: { code: 'class-never-listed' } }),
  securityLevel: SecurityLevel,
  nativeGrade: NativeGrade.optional(),
  complianceTags: z.array(CarriedTag).max(60).default([]),
  recipientTags: TagIds.default([]),
  permittedPurposes: setOf(PurposeId, 20).min(1),
  jurisdiction: Jurisdiction,
  fields: z.array(OfferField).max(500).default([]),
  source: OfferSource.optional(),
  sample: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
  coverage: Coverage.optional(),
  updateFrequency: UpdateFrequency.optional(),
  deliveryModes: DeliveryModes,
  recordCount: count.optional(),
  personCount: count.optional(),
  volumeBytes: count.optional(),
  transfer: Transfer.optional(),
  price: Price.default({ model: 'negotiable' }),
  disclosure: Disclosure.default([]),
};

/** What is posted, with the class and level that every offer has. */
const GradedOffer = z.strictObject({ ...fields, validUntil: Instant.optional() });

/**
 * What a supplier posts. `validUntil` left out means a year from the day of posting; class and level may be left out
 * where `nativeGrade` gives them.
 */
export const OfferInput = z
  .strictObject({
    ...fields,
    securityClass: fields.securityClass.optional(),
    securityLevel: fields.securityLevel.optional(),
    validUntil: instantInput.optional(),
  })
  .superRefine(refuseWrongGrade, whateverElse)
  .superRefine((offer, context) => refuseInconsistentTags(offer, context, classOf(offer)), whateverElse)
  .transform((offer) => GradedOffer.parse(withMappedGrade(offer)));
export type OfferInput = z.infer<typeof OfferInput>;

/** An offer as it is kept, with no term that the vocabulary does not have. */
export const CurrentOffer = z.strictObject({
  ...fields,
  id: OfferId,
  organizationId: OrganizationId,
  status: ListingStatus,
  suspension: Suspension.optional(),
  version: ListingVersion,
  validUntil: Instant,
  createdAt: Instant,
  updatedAt: Instant,
});

/**
 * Data that an organization can provide. A term that the vocabulary has no more is read as it was recorded: matching has a
 * person decide about it.
 */
export const Offer = CurrentOffer.extend({
  domain: capitalTerm,
  complianceTags: z.array(RecordedCarriedTag).max(60).default([]),
  recipientTags: RecordedTagIds.default([]),
  permittedPurposes: setOf(smallTerm, 20).min(1),
  jurisdiction: capitalTerm,
});
export type Offer = z.infer<typeof Offer>;
