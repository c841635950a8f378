import { nineCities } from './nine-cities.ts';
import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** The mainland side of the Greater Bay Area. There is no region in Guangdong: it runs in Ningxia. */
export const greaterBayAreaMainland: Zone = {
  ...mainlandZone('cn-gba'),
  name: { zh: '粤港澳大湾区（内地）', en: 'Guangdong-Hong Kong-Macao Greater Bay Area (mainland)' },
  kind: 'cross-jurisdiction-area',
  members: nineCities,
  since: '2019-02-18',
  provenance: {
    source: 'https://tannerdewitt.com/personal-data-transfers-in-the-greater-bay-area-of-china',
    fromGeneralKnowledge: ['the date of the outline plan, since when it is an area'],
  },
  region: 'cn-northwest-1',
  negativeLists: ['nl-gd-2025'],
};
