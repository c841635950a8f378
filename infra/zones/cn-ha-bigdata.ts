import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** Of the regional demonstration type. */
export const henanBigData: Zone = {
  ...mainlandZone('cn-ha-bigdata'),
  name: { zh: '河南国家大数据综合试验区', en: 'Henan Big Data Comprehensive Pilot Zone' },
  kind: 'big-data-pilot-zone',
  members: [{ code: '410000', zh: '河南省', en: 'Henan' }],
  since: '2016-10-08',
  provenance: { source: 'http://m.sgcio.com/icontent/100/105426.html', fromGeneralKnowledge: [] },
  region: 'cn-north-1',
  negativeLists: [],
};
