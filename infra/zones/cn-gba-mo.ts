import { outsideZone } from './presets.ts';
import type { Zone } from './zone.ts';

/**
 * The side of the Greater Bay Area under the law of Macao, which has no region: what its parties post is kept in Hong Kong, and
 * so leaves Macao. Whoever runs it sees to what Macao's law asks of that first (docs/operate.md).
 */
export const greaterBayAreaMacao: Zone = {
  ...outsideZone('cn-gba-mo', 'MO'),
  name: { zh: '粤港澳大湾区（澳门）', en: 'Guangdong-Hong Kong-Macao Greater Bay Area (Macao)' },
  kind: 'cross-jurisdiction-area',
  members: [{ code: '820000', zh: '澳门特别行政区', en: 'Macao SAR' }],
  since: '2019-02-18',
  provenance: {
    source: 'https://tannerdewitt.com/personal-data-transfers-in-the-greater-bay-area-of-china',
    fromGeneralKnowledge: ['the date of the outline plan, since when it is an area'],
  },
  negativeLists: [],
};
