import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** The first of its kind. There is no region in Guizhou: it runs in Ningxia, the nearer of the two. */
export const guizhouBigData: Zone = {
  ...mainlandZone('cn-gz-bigdata'),
  name: { zh: '国家大数据（贵州）综合试验区', en: 'National Big Data (Guizhou) Comprehensive Pilot Zone' },
  kind: 'big-data-pilot-zone',
  members: [{ code: '520000', zh: '贵州省', en: 'Guizhou' }],
  since: '2016-02',
  provenance: {
    source: 'http://m.sgcio.com/icontent/100/105426.html',
    fromGeneralKnowledge: ['the month since when it is a zone'],
  },
  region: 'cn-northwest-1',
  negativeLists: [],
};
