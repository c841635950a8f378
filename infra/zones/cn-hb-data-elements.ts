import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** One of the four of its programme that are confirmed. */
export const hubeiDataElements: Zone = {
  ...mainlandZone('cn-hb-data-elements'),
  name: { zh: '湖北数据要素综合试验区', en: 'Hubei Data Elements Comprehensive Pilot Zone' },
  kind: 'data-elements-pilot-zone',
  members: [{ code: '420000', zh: '湖北省', en: 'Hubei' }],
  since: '2025',
  provenance: { source: 'https://wxredian.com/art?id=1fa635a42309d01fdf26ed794b86b082', fromGeneralKnowledge: [] },
  region: 'cn-northwest-1',
  negativeLists: [],
};
