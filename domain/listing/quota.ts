import type { ListingStatus } from './parts.ts';

/** Whether a listing counts among those that its organization has open: an organization may have a bounded number of them. */
function isOpen(status: ListingStatus): boolean {
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

type State = { readonly status: ListingStatus };

/** By how much the number of its organization's open listings changes with a new version: 1, 0 or -1. */
export const openedBy = (before: State | undefined, after: State): number =>
  Number(isOpen(after.status)) - Number(before !== undefined && isOpen(before.status));
