import { beijingDataPilot } from './cn-bj-data-pilot.ts';
import { greaterBayArea } from './cn-gba.ts';
import { beijingTianjinHebei } from './cn-jjj-bigdata.ts';
import type { Zone } from './zone.ts';

/** Every zone that can be deployed. */
export const zones: readonly Zone[] = [beijingDataPilot, beijingTianjinHebei, greaterBayArea];

/** There is no record of a zone. */
class UnknownZone extends Error {
  override readonly name = 'UnknownZone';
  constructor(id: string) {
    super(`There is no zone “${id}”. Known zones: ${zones.map((zone) => zone.id).join(', ')}.`);
  }
}

/** The zone's record. Throws UnknownZone, which names those that there are. */
export function zoneOf(id: string): Zone {
  const zone = zones.find((candidate) => candidate.id === id);
  if (zone) return zone;
  throw new UnknownZone(id);
}
