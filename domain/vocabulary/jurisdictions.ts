import type * as z from 'zod';
import { regions } from './regions.ts';
import { capitalTerm } from './term.ts';

/**
 * Where data is kept or used: `CN`, the nine mainland cities of the Greater Bay Area (`CN-GBA9`), a mainland free-trade
 * zone (`CN-FTZ`), `EU`, or a country or region of ISO 3166-1 alpha-2 (`HK`, `MO`, `SG` …).
 */
export const Jurisdiction = capitalTerm.refine(isJurisdiction, { params: { code: 'unknown-jurisdiction' } });
export type Jurisdiction = z.infer<typeof Jurisdiction>;

const special = new Set(['CN-GBA9', 'CN-FTZ', 'EU']);

/** Whether a code names a place that the rules know. */
export function isJurisdiction(code: string): boolean {
  return special.has(code) || regions.has(code);
}
