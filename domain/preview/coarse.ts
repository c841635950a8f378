import type { OrganizationId } from '../ids.ts';
import { previewLimits } from './limits.ts';

/** How many, as a preview may tell it. */
export type Count = { readonly under: number } | { readonly exactly: number };

/**
 * A preview costs nothing, leaves no trace with the other side and can be repeated with one field changed. Told exactly,
 * "1 match" would let a rival feel its way to a single company's demand: which domain, which level, which purpose, one
 * preview each. So zero to four are one answer, and nobody learns whether there is one listing or none.
 */
export const coarse = (count: number): Count =>
  count < previewLimits.crowd ? { under: previewLimits.crowd } : { exactly: count };

/**
 * Whether listings may be told of one by one, or by what they have in common. Five listings of one organization are
 * still one company's business, so that their owners must be at least three.
 */
export const isCrowd = (owners: readonly OrganizationId[]): boolean =>
  owners.length >= previewLimits.crowd && new Set(owners).size >= previewLimits.organizations;
