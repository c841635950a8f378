import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** Eight areas with 35 tasks, as the National Data Administration told the press on 2025-07-25. */
export const shandongDataElements: Zone = {
  ...mainlandZone('cn-sd-data-elements'),
  name: { zh: '山东数据要素综合试验区', en: 'Shandong Data Elements Comprehensive Pilot Zone' },
  kind: 'data-elements-pilot-zone',
  members: [{ code: '370000', zh: '山东省', en: 'Shandong' }],
  since: '2025',
  provenance: {
    source: 'http://www.ce.cn/cysc/newmain/yc/jsxw/202507/t20250725_2420668.shtml',
    fromGeneralKnowledge: [],
  },
  region: 'cn-north-1',
  negativeLists: [],
};
