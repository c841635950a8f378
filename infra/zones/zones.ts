import { beijingDataElements } from './cn-bj-data-elements.ts';
import { beijingDataPilot } from './cn-bj-data-pilot.ts';
import { chongqingBigData } from './cn-cq-bigdata.ts';
import { greaterBayAreaMainland } from './cn-gba.ts';
import { greaterBayAreaHongKong } from './cn-gba-hk.ts';
import { greaterBayAreaMacao } from './cn-gba-mo.ts';
import { guizhouBigData } from './cn-gz-bigdata.ts';
import { henanBigData } from './cn-ha-bigdata.ts';
import { henanDataElements } from './cn-ha-data-elements.ts';
import { hubeiDataElements } from './cn-hb-data-elements.ts';
import { beijingTianjinHebei } from './cn-jjj-bigdata.ts';
import { innerMongoliaBigData } from './cn-nm-bigdata.ts';
import { pearlRiverDeltaBigData } from './cn-prd-bigdata.ts';
import { shandongDataElements } from './cn-sd-data-elements.ts';
import { shanghaiBigData } from './cn-sh-bigdata.ts';
import { shenyangBigData } from './cn-sy-bigdata.ts';
import type { Zone } from './zone.ts';

/** Every zone that can be deployed. */
export const zones: readonly Zone[] = [
  beijingDataPilot,
  beijingTianjinHebei,
  guizhouBigData,
  pearlRiverDeltaBigData,
  greaterBayAreaMainland,
  greaterBayAreaHongKong,
  greaterBayAreaMacao,
  shanghaiBigData,
  henanBigData,
  chongqingBigData,
  shenyangBigData,
  innerMongoliaBigData,
  beijingDataElements,
  henanDataElements,
  shandongDataElements,
  hubeiDataElements,
];

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
