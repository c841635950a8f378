import { standardNames } from '../../domain/access/token-names.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { defaultLimits } from './default-limits.ts';
import { defaultRhythm } from './default-rhythm.ts';
import type { Zone } from './zone.ts';

/** Since 2016-10-08; crosses three provinces, so that the closeness of domains counts for less than fitness for use. */
export const beijingTianjinHebei: Zone = {
  id: 'cn-jjj-bigdata',
  name: { zh: '京津冀大数据综合试验区', en: 'Beijing-Tianjin-Hebei Big Data Comprehensive Pilot Zone' },
  region: 'cn-north-1',
  timeZone: 'Asia/Shanghai',
  identity: {
    issuer: 'https://id.cn-jjj-bigdata.example.cn',
    audience: 'zonematch',
    names: standardNames,
    web: { clientId: 'zonematch-pages' },
  },
  mail: {
    transport: 'smtp',
    host: 'smtp.cn-jjj-bigdata.example.cn',
    port: 587,
    security: 'starttls',
    from: 'zonematch@cn-jjj-bigdata.example.cn',
    replyTo: 'desk@cn-jjj-bigdata.example.cn',
    bounces: 'bounces@cn-jjj-bigdata.example.cn',
  },
  web: { origins: [] },
  weights: [
    { version: '2026-11-23', effectiveFrom: '2026-11-23', weights: { ...defaultWeights, domain: 25, purpose: 15 } },
  ],
  limits: defaultLimits,
  rhythm: defaultRhythm,
  usesNegativeLists: false,
};
