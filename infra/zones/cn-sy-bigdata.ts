import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** Of the regional demonstration type. */
export const shenyangBigData: Zone = {
  ...mainlandZone('cn-sy-bigdata'),
  name: { zh: '沈阳国家大数据综合试验区', en: 'Shenyang Big Data Comprehensive Pilot Zone' },
  kind: 'big-data-pilot-zone',
  members: [{ code: '210100', zh: '沈阳市', en: 'Shenyang' }],
  since: '2016-10-08',
  provenance: { source: 'http://m.sgcio.com/icontent/100/105426.html', fromGeneralKnowledge: [] },
  region: 'cn-north-1',
  negativeLists: [],
};
