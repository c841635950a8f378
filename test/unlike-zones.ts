import { beijingDataPilot } from '../infra/zones/cn-bj-data-pilot.ts';
import { greaterBayAreaHongKong } from '../infra/zones/cn-gba-hk.ts';
import { beijingTianjinHebei } from '../infra/zones/cn-jjj-bigdata.ts';
import type { Zone } from '../infra/zones/zone.ts';

/** Zones that differ in more than names: a relay on either port, weights, SES. What is slow to try is tried with these. */
export const unlikeZones: readonly Zone[] = [beijingDataPilot, beijingTianjinHebei, greaterBayAreaHongKong];
