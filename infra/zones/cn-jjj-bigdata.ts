import { defaultWeights } from '../../domain/matching/weights.ts';
import { mainlandZone } from './presets.ts';
import type { Zone } from './zone.ts';

const preset = mainlandZone('cn-jjj-bigdata');

/** Crosses three provinces, so that the closeness of domains counts for less than fitness for use. */
export const beijingTianjinHebei: Zone = {
  ...preset,
  name: { zh: '京津冀大数据综合试验区', en: 'Beijing-Tianjin-Hebei Big Data Comprehensive Pilot Zone' },
  kind: 'big-data-pilot-zone',
  members: [
    { code: '110000', zh: '北京市', en: 'Beijing' },
    { code: '120000', zh: '天津市', en: 'Tianjin' },
    { code: '130000', zh: '河北省', en: 'Hebei' },
  ],
  since: '2016-10-08',
  provenance: { source: 'http://m.sgcio.com/icontent/100/105426.html', fromGeneralKnowledge: [] },
  region: 'cn-north-1',
  mail: { ...preset.mail, port: 587, security: 'starttls' },
  weights: [
    { version: '2026-11-23', effectiveFrom: '2026-11-23', weights: { ...defaultWeights, domain: 25, purpose: 15 } },
  ],
  negativeLists: ['nl-bj-2025', 'nl-tj-2024'],
};
