import type { Instant } from '../time.ts';
import { yearsAfter } from '../time.ts';
import { isOpen, type ListingStatus, type Suspension } from './parts.ts';

/** What every listing carries beside what its poster wrote. */
export type Lifecycle = {
  readonly status: ListingStatus;
  readonly suspension?: Suspension | undefined;
  readonly version: number;
  readonly validUntil: Instant;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

type Written = { readonly validUntil?: Instant | undefined };

/** Why a listing cannot take the next state. */
export type Refusal = 'already-over' | 'not-open';

/** A written listing's first state: listed, version 1, valid for a year unless it says otherwise. */
export function publish<I extends Written>(input: I, now: Instant): (I & Lifecycle) | Refusal {
  const validUntil = input.validUntil ?? yearsAfter(now, 1);
  if (validUntil <= now) return 'already-over';
  return { ...input, status: 'listed', version: 1, validUntil, createdAt: now, updatedAt: now };
}

/** Whether a new text may replace the old one, and the state that the listing has then. */
function statusAfterRevision(status: ListingStatus): ListingStatus | 'not-open' {
  switch (status) {
    case 'draft':
    case 'listed':
    case 'expired':
      return 'listed';
    case 'suspended':
      return 'suspended';
    case 'withdrawn':
      return 'not-open';
  }
}

/**
 * The lifecycle of a listing whose text is replaced; an expired one is listed again, a withdrawn one stays gone, and only
 * the operator ends a suspension.
 */
export function revise(listing: Lifecycle, input: Written, now: Instant): Lifecycle | Refusal {
  const status = statusAfterRevision(listing.status);
  if (status === 'not-open') return status;
  const validUntil = input.validUntil ?? yearsAfter(now, 1);
  if (validUntil <= now) return 'already-over';
  const { version, createdAt, suspension } = listing;
  return { status, version: version + 1, validUntil, createdAt, updatedAt: now, ...(suspension && { suspension }) };
}

/** The listing taken back by its poster; already withdrawn stays as it is. */
export function withdraw<L extends Lifecycle>(listing: L, now: Instant): L {
  if (listing.status === 'withdrawn') return listing;
  return { ...listing, status: 'withdrawn', version: listing.version + 1, updatedAt: now };
}

/** The listing past its `validUntil`; one that is not listed, or not yet over, stays as it is. */
export function expire<L extends Lifecycle>(listing: L, now: Instant): L {
  if (listing.status !== 'listed' || listing.validUntil > now) return listing;
  return { ...listing, status: 'expired', version: listing.version + 1, updatedAt: now };
}

/**
 * The listing taken out by the operator, with a sentence for its owner. Another sentence replaces the one before and leaves
 * since when it is out; the same one changes nothing.
 */
export function suspend<L extends Lifecycle>(listing: L, note: string, now: Instant): L | 'not-suspendable' {
  const { status, suspension, version } = listing;
  // What is not open is out already.
  if (!isOpen(status)) return 'not-suspendable';
  if (suspension?.note === note) return listing;
  const { suspendedAt } = suspension ?? { suspendedAt: now };
  return {
    ...listing,
    status: 'suspended',
    suspension: { note, suspendedAt },
    version: version + 1,
    updatedAt: now,
  };
}

/** The listing let in again by the operator, unless its term has ended meanwhile; one that is not suspended stays as it is. */
export function reinstate<L extends Lifecycle>(listing: L, now: Instant): L {
  if (listing.status !== 'suspended') return listing;
  const status = listing.validUntil > now ? 'listed' : 'expired';
  return { ...listing, status, suspension: undefined, version: listing.version + 1, updatedAt: now };
}
