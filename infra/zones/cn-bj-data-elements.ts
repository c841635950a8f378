import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** Since the date of the Beijing implementation opinion, published 2025-11-06. */
export const beijingDataElements: Zone = {
  ...mainlandZone('cn-bj-data-elements'),
  name: { zh: '北京数据要素综合试验区', en: 'Beijing Data Elements Comprehensive Pilot Zone' },
  kind: 'data-elements-pilot-zone',
  members: [{ code: '110000', zh: '北京市', en: 'Beijing' }],
  since: '2025-06-30',
  provenance: {
    source:
      'https://www.beijing.gov.cn/gate/big5/www.beijing.gov.cn/zhengce/zhengcefagui/202511/t20251106_4263516.html',
    fromGeneralKnowledge: [],
  },
  region: 'cn-north-1',
  negativeLists: ['nl-bj-2025'],
};
