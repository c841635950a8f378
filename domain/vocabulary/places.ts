import type { Jurisdiction } from './jurisdictions.ts';

const europeanEconomicArea = new Set(
  'EU AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' '),
);

const isMainland = (place: Jurisdiction): boolean => place === 'CN' || place.startsWith('CN-');

/**
 * Whether a jurisdiction lies in a place as cross-border rules name it: `CN` the mainland with all its zones, `OUT` all
 * that is not the mainland (Hong Kong, Macao and Taiwan too), `OUT-GBA` all outside the nine cities, Hong Kong and
 * Macao, `EU` the European Economic Area, `*` anywhere.
 */
export function liesIn(jurisdiction: Jurisdiction, place: string): boolean {
  switch (place) {
    case '*':
      return true;
    case 'CN':
      return isMainland(jurisdiction);
    case 'OUT':
      return !isMainland(jurisdiction);
    case 'OUT-GBA':
      return !['CN-GBA9', 'HK', 'MO'].includes(jurisdiction);
    case 'EU':
      return europeanEconomicArea.has(jurisdiction);
    default:
      return jurisdiction === place;
  }
}

/** Whether data that goes from one to the other stays where it is: outside the mainland, in one and the same place. */
export function isSamePlaceAbroad(from: Jurisdiction, to: Jurisdiction): boolean {
  if (isMainland(from) || isMainland(to)) return false;
  return from === to || (liesIn(from, 'EU') && liesIn(to, 'EU'));
}
