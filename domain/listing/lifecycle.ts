import type { Instant } from '../time.ts';
import { yearsAfter } from '../time.ts';
import type { ListingStatus } from './parts.ts';

/** What every listing carries beside what its poster wrote. */
export type Lifecycle = {
  readonly status: ListingStatus;
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

/** The lifecycle of a listing whose text is replaced; an expired one is listed again, a withdrawn one stays gone. */
export function revise(listing: Lifecycle, input: Written, now: Instant): Lifecycle | Refusal {
  const status = statusAfterRevision(listing.status);
  if (status === 'not-open') return status;
  const validUntil = input.validUntil ?? yearsAfter(now, 1);
  if (validUntil <= now) return 'already-over';
  return { status, version: listing.version + 1, validUntil, createdAt: listing.createdAt, updatedAt: now };
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
