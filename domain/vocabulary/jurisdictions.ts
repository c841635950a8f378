import type { z } from 'zod';
import { capitalTerm } from './term.ts';

/**
 * Where data is kept or used: `CN`, the nine mainland cities of the Greater Bay Area (`CN-GBA9`), a mainland free-trade
 * zone (`CN-FTZ`), `EU`, or a country or region of ISO 3166-1 alpha-2 (`HK`, `MO`, `SG` …).
 */
export const Jurisdiction = capitalTerm.refine(isJurisdiction, { params: { code: 'unknown-jurisdiction' } });
export type Jurisdiction = z.infer<typeof Jurisdiction>;

const special = new Set(['CN-GBA9', 'CN-FTZ', 'EU']);
const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && regionNames.of(code) !== undefined;
}

/** Whether a code names a place that the rules know. */
export function isJurisdiction(code: string): boolean {
  return special.has(code) || isCountry(code);
}
