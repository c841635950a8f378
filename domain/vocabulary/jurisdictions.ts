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

/** To ask for a name takes a microsecond, and there are no more than 676 codes of two letters. */
const countries = new Map<string, boolean>();

function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code)) return false;
  const known = countries.get(code);
  if (known !== undefined) return known;
  const isOne = code !== 'ZZ' && regionNames.of(code) !== undefined;
  countries.set(code, isOne);
  return isOne;
}

/** Whether a code names a place that the rules know. */
export function isJurisdiction(code: string): boolean {
  return special.has(code) || isCountry(code);
}
