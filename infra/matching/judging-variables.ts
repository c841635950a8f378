import { indexVariables } from '../storage/index-variables.ts';
import type { Storage } from '../storage/storage.ts';
import { usesNegativeLists, type Zone } from '../zones/zone.ts';
import { canaryParties } from '../zones/zone-watch.ts';

/** Of the index, in the memory of a warm Lambda: one to two kilobytes each, and three where a listing names many columns. */
const rowsKept = 100_000;

/** The variables of every Lambda that judges pairs: the zone's settings, and the tables that judging reads. */
export const judgingVariables = (zone: Zone, storage: Storage) => ({
  TIME_ZONE: zone.timeZone,
  MATCH_WEIGHTS: JSON.stringify(zone.weights),
  USES_NEGATIVE_LISTS: String(usesNegativeLists(zone)),
  LISTINGS_TABLE: storage.listings.tableName,
  ...indexVariables(zone, storage),
  CANDIDATE_ROWS_KEPT: String(rowsKept),
  ORGANIZATIONS_TABLE: storage.organizations.tableName,
  CANARY_ORGANIZATIONS: JSON.stringify(canaryParties(zone)),
});
