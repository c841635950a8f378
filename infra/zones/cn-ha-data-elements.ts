import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** One of the four of its programme that are confirmed. */
export const henanDataElements: Zone = {
  ...mainlandZone('cn-ha-data-elements'),
  name: { zh: '河南国家数据要素综合试验区', en: 'Henan Data Elements Comprehensive Pilot Zone' },
  kind: 'data-elements-pilot-zone',
  members: [{ code: '410000', zh: '河南省', en: 'Henan' }],
  since: '2025-02',
  provenance: { source: 'Government work report of Henan, 2025, quoted by others', fromGeneralKnowledge: [] },
  region: 'cn-north-1',
  negativeLists: [],
};
