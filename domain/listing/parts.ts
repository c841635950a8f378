import * as z from 'zod';
import { line, paragraph } from '../text.ts';
import { CalendarDay, Instant } from '../time.ts';
import { TagId } from '../vocabulary/compliance-tags.ts';
import { DeliveryMode } from '../vocabulary/delivery-modes.ts';
import { smallTerm } from '../vocabulary/term.ts';

const unique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** A list without repeats, of a bounded length. */
export const setOf = <T extends z.ZodType<string>>(item: T, max: number) =>
  z
    .array(item)
    .max(max)
    .refine(unique, { params: { code: 'repeated-item' } });

export const Title = line(200);
export const Description = paragraph(5000);
export const Keywords = setOf(line(60), 30);
export const DeliveryModes = setOf(DeliveryMode, 5).min(1);
export const TagIds = setOf(TagId, 60);
export const RecordedTagIds = setOf(smallTerm, 60);

/** A tag with its certificate: who issued it, its number and the last day on which it is valid. */
export const CertifiedTag = z.strictObject({
  tag: TagId,
  issuer: line(200).optional(),
  number: line(100).optional(),
  validUntil: CalendarDay.optional(),
});
export type CertifiedTag = z.infer<typeof CertifiedTag>;

/** The same with any tag, also one that the vocabulary had when it was recorded and has no more. */
export const RecordedCertifiedTag = z.strictObject({ ...CertifiedTag.shape, tag: smallTerm });

/** A tag on its own or with its certificate; kept as it was given. */
export const CarriedTag = z.union([TagId, CertifiedTag]);
export type CarriedTag = z.infer<typeof CarriedTag>;
export const RecordedCarriedTag = z.union([smallTerm, RecordedCertifiedTag]);

export const UpdateFrequency = z.enum([
  'once',
  'yearly',
  'quarterly',
  'monthly',
  'weekly',
  'daily',
  'hourly',
  'realtime',
]);
export type UpdateFrequency = z.infer<typeof UpdateFrequency>;

/** Administrative division codes of GB/T 2260 (six digits) and the days that the data covers. */
export const Coverage = z
  .strictObject({
    regions: setOf(z.string().regex(/^\d{6}$/), 400).default([]),
    from: CalendarDay.optional(),
    to: CalendarDay.optional(),
  })
  .refine((coverage) => !coverage.from || !coverage.to || coverage.from <= coverage.to, {
    path: ['to'],
    params: { code: 'ends-before-start' },
  });
export type Coverage = z.infer<typeof Coverage>;

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** ISO 4217 alphabetic code. */
export const Currency = z.string().refine((code) => currencies.has(code), { params: { code: 'unknown-currency' } });

/** Whole minor units (fen, cents). */
export const MinorUnits = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** `draft` is not shown to anyone; `suspended` was taken out by the operator; the last two are final. */
export const ListingStatus = z.enum(['draft', 'listed', 'suspended', 'withdrawn', 'expired']);
export type ListingStatus = z.infer<typeof ListingStatus>;

/** Whether a listing may still come to a match: neither did its owner take it back, nor is it over. */
export function isOpen(status: ListingStatus): boolean {
  switch (status) {
    case 'draft':
    case 'listed':
    case 'suspended':
      return true;
    case 'withdrawn':
    case 'expired':
      return false;
  }
}

export const ListingVersion = z.int().min(1);

/** Why and since when the operator has a listing suspended: for its owner and the operator alone. */
export const Suspension = z.strictObject({ note: paragraph(2000), suspendedAt: Instant });
export type Suspension = z.infer<typeof Suspension>;

/** What a listing's own organization lets the other side of a match see beside title, domain, level and reasons. */
export const DisclosedPart = z.enum(['description', 'fields', 'organization', 'contacts']);
export type DisclosedPart = z.infer<typeof DisclosedPart>;

/** Nothing where nothing is said. */
export const Disclosure = setOf(DisclosedPart, 4);
