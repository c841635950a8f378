import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** Of the infrastructure type. */
export const innerMongoliaBigData: Zone = {
  ...mainlandZone('cn-nm-bigdata'),
  name: { zh: '内蒙古国家大数据综合试验区', en: 'Inner Mongolia Big Data Comprehensive Pilot Zone' },
  kind: 'big-data-pilot-zone',
  members: [{ code: '150000', zh: '内蒙古自治区', en: 'Inner Mongolia' }],
  since: '2016-10-08',
  provenance: { source: 'http://m.sgcio.com/icontent/100/105426.html', fromGeneralKnowledge: [] },
  region: 'cn-north-1',
  negativeLists: [],
};
