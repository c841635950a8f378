import { nineCities } from './nine-cities.ts';
import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** Crosses nine cities. There is no region in Guangdong: it runs in Ningxia. */
export const pearlRiverDeltaBigData: Zone = {
  ...mainlandZone('cn-prd-bigdata'),
  name: { zh: '珠江三角洲国家大数据综合试验区', en: 'Pearl River Delta Big Data Comprehensive Pilot Zone' },
  kind: 'big-data-pilot-zone',
  members: nineCities,
  since: '2016-10-08',
  provenance: { source: 'http://m.sgcio.com/icontent/100/105426.html', fromGeneralKnowledge: [] },
  region: 'cn-northwest-1',
  negativeLists: ['nl-gd-2025'],
};
