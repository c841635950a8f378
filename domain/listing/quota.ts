import { isOpen, type ListingStatus } from './parts.ts';

type State = { readonly status: ListingStatus };

/** By how much the number of its organization's open listings changes with a new version: 1, 0 or -1. */
export const openedBy = (before: State | undefined, after: State): number =>
  Number(isOpen(after.status)) - Number(before !== undefined && isOpen(before.status));
