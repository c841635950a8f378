import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** Of the regional demonstration type. */
export const shanghaiBigData: Zone = {
  ...mainlandZone('cn-sh-bigdata'),
  name: { zh: '上海国家大数据综合试验区', en: 'Shanghai Big Data Comprehensive Pilot Zone' },
  kind: 'big-data-pilot-zone',
  members: [{ code: '310000', zh: '上海市', en: 'Shanghai' }],
  since: '2016-10-08',
  provenance: { source: 'http://m.sgcio.com/icontent/100/105426.html', fromGeneralKnowledge: [] },
  region: 'cn-northwest-1',
  negativeLists: ['nl-sh-2025'],
};
