import { standardNames } from '../../domain/access/token-names.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { defaultLimits } from './default-limits.ts';
import { defaultRhythm } from './default-rhythm.ts';
import type { Zone } from './zone.ts';

/** Since 2023-11-10, in Tongzhou district (GB/T 2260 110112). The region has neither SES nor Cognito user pools. */
export const beijingDataPilot: Zone = {
  id: 'cn-bj-data-pilot',
  name: { zh: '北京数据基础制度先行区', en: 'Beijing Data Infrastructure System Pilot Zone' },
  region: 'cn-north-1',
  timeZone: 'Asia/Shanghai',
  identity: {
    issuer: 'https://id.cn-bj-data-pilot.example.cn',
    audience: 'zonematch',
    names: standardNames,
    web: { clientId: 'zonematch-pages' },
  },
  mail: {
    transport: 'smtp',
    host: 'smtp.cn-bj-data-pilot.example.cn',
    port: 465,
    security: 'tls',
    from: 'zonematch@cn-bj-data-pilot.example.cn',
    replyTo: 'desk@cn-bj-data-pilot.example.cn',
    bounces: 'bounces@cn-bj-data-pilot.example.cn',
  },
  web: { origins: [] },
  weights: [{ version: '2026-11-23', effectiveFrom: '2026-11-23', weights: defaultWeights }],
  limits: defaultLimits,
  rhythm: defaultRhythm,
  usesNegativeLists: false,
};
