import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** Of the regional demonstration type. */
export const chongqingBigData: Zone = {
  ...mainlandZone('cn-cq-bigdata'),
  name: { zh: '重庆国家大数据综合试验区', en: 'Chongqing Big Data Comprehensive Pilot Zone' },
  kind: 'big-data-pilot-zone',
  members: [{ code: '500000', zh: '重庆市', en: 'Chongqing' }],
  since: '2016-10-08',
  provenance: { source: 'http://m.sgcio.com/icontent/100/105426.html', fromGeneralKnowledge: [] },
  region: 'cn-northwest-1',
  negativeLists: ['nl-cq-2025'],
};
