import * as z from 'zod';
import { CurrentDemand, type Demand, DemandInput } from '../../domain/demand/demand.ts';
import { DemandId, OfferId, OrganizationId } from '../../domain/ids.ts';
import { ListingStatus, ListingVersion } from '../../domain/listing/parts.ts';
import { CurrentOffer, type Offer, OfferInput } from '../../domain/offer/offer.ts';
import { CurrentOrganization, type Organization, OrganizationInput } from '../../domain/organization/organization.ts';
import { type Instant, instantInput, yearsAfter } from '../../domain/time.ts';
import { complaintsOf } from './complaints.ts';

/** What a line says, or why it says nothing. */
export type Read<T> = { readonly value: T } | { readonly complaint: string };

/** A way to read the value of a line, as at a moment. */
export type LineForm<T> = (value: unknown, now: Instant) => Read<T>;

const withInput = { reportInput: true } as const;
const Line = z.record(z.string(), z.unknown());

const stamps = (now: Instant) => ({
  version: ListingVersion.default(1),
  createdAt: instantInput.default(now),
  updatedAt: instantInput.default(now),
});

const recordOf = (now: Instant) => z.object({ id: OrganizationId, ...stamps(now) });
const listingOf = <I extends z.ZodType>(id: I, now: Instant) =>
  z.object({ id, organizationId: OrganizationId, status: ListingStatus.default('listed'), ...stamps(now) });

/** The line in two: what a zone keeps beside a text, and the text as its poster writes it. Both are read, so all is told. */
function readParts<B, W extends object>(line: object, beside: z.ZodObject & z.ZodType<B>, written: z.ZodType<W>) {
  const kept = new Set(Object.keys(beside.shape));
  const text = Object.fromEntries(Object.entries(line).filter(([name]) => !kept.has(name)));
  const [around, inner] = [beside.safeParse(line, withInput), written.safeParse(text, withInput)];
  if (around.success && inner.success) return { value: { ...inner.data, ...around.data } };
  return { complaint: complaintsOf([...(around.error?.issues ?? []), ...(inner.error?.issues ?? [])]) };
}

/** A form that takes a whole stored record as it is, and else the HTTP contract's form with ids beside it. */
function formOf<T>(stored: z.ZodType<T>, readInput: (line: object, now: Instant) => Read<T>): LineForm<T> {
  return (value, now) => {
    const whole = stored.safeParse(value);
    if (whole.success) return { value: whole.data };
    const line = Line.safeParse(value);
    return line.success ? readInput(line.data, now) : { complaint: 'not a JSON object' };
  };
}

type Lasting = { readonly validUntil?: Instant | undefined };

const withTerm = <L extends Lasting>(listing: L, now: Instant) => ({
  ...listing,
  validUntil: listing.validUntil ?? yearsAfter(now, 1),
});

export const offerForm: LineForm<Offer> = formOf(CurrentOffer, (line, now) => {
  const read = readParts(line, listingOf(OfferId, now), OfferInput);
  return 'value' in read ? { value: withTerm(read.value, now) } : read;
});

export const demandForm: LineForm<Demand> = formOf(CurrentDemand, (line, now) => {
  const read = readParts(line, listingOf(DemandId, now), DemandInput);
  return 'value' in read ? { value: withTerm(read.value, now) } : read;
});

export const organizationForm: LineForm<Organization> = formOf(CurrentOrganization, (line, now) =>
  readParts(line, recordOf(now), OrganizationInput),
);
