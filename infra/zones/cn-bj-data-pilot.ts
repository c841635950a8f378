import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** In Tongzhou: 68 km2 with 18 parks. */
export const beijingDataPilot: Zone = {
  ...mainlandZone('cn-bj-data-pilot'),
  name: { zh: '北京数据基础制度先行区', en: 'Beijing Data Infrastructure System Pilot Zone' },
  kind: 'data-system-pilot-zone',
  members: [{ code: '110112', zh: '北京市通州区', en: 'Tongzhou District, Beijing' }],
  since: '2023-11-10',
  provenance: {
    source: 'https://payititi.com/announce/show-16.html',
    fromGeneralKnowledge: ['that it lies in Tongzhou (110112): the named sites are places there'],
  },
  region: 'cn-north-1',
  negativeLists: ['nl-bj-2025'],
};
