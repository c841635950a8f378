import { outsideZone } from './presets.ts';
import type { Zone } from './zone.ts';

/** The side of the Greater Bay Area under the law of Hong Kong. */
export const greaterBayAreaHongKong: Zone = {
  ...outsideZone('cn-gba-hk', 'HK'),
  name: { zh: '粤港澳大湾区（香港）', en: 'Guangdong-Hong Kong-Macao Greater Bay Area (Hong Kong)' },
  kind: 'cross-jurisdiction-area',
  members: [{ code: '810000', zh: '香港特别行政区', en: 'Hong Kong SAR' }],
  since: '2019-02-18',
  provenance: {
    source: 'https://tannerdewitt.com/personal-data-transfers-in-the-greater-bay-area-of-china',
    fromGeneralKnowledge: ['the date of the outline plan, since when it is an area'],
  },
  negativeLists: [],
};
