import type { Zone } from '../zones/zone.ts';
import type { Storage } from './storage.ts';

/** The variables of every Lambda that reads or writes the index for matching: all must spread it alike. */
export const indexVariables = (zone: Zone, storage: Storage) => ({
  CANDIDATES_TABLE: storage.candidates.tableName,
  CANDIDATE_PARTITIONS: JSON.stringify(zone.domainPartitions),
});
