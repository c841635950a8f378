import { standardNames } from '../../domain/access/token-names.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { defaultLimits } from './default-limits.ts';
import { defaultRhythm } from './default-rhythm.ts';
import type { Zone } from './zone.ts';

/**
 * The side of the Greater Bay Area that is run in Hong Kong. The region has no SES, that of Singapore has: mails, and with
 * them the addresses of contacts, go through it. Contacts on the mainland belong into a zone there, which mails by a relay.
 */
export const greaterBayArea: Zone = {
  id: 'cn-gba',
  name: { zh: '粤港澳大湾区', en: 'Guangdong-Hong Kong-Macao Greater Bay Area' },
  region: 'ap-east-1',
  timeZone: 'Asia/Hong_Kong',
  identity: {
    issuer: 'https://id.cn-gba.example.hk',
    audience: 'zonematch',
    names: standardNames,
    web: { clientId: 'zonematch-pages' },
  },
  mail: {
    transport: 'ses',
    region: 'ap-southeast-1',
    configurationSet: 'zonematch-cn-gba',
    from: 'zonematch@cn-gba.example.hk',
    replyTo: 'desk@cn-gba.example.hk',
  },
  web: { origins: [] },
  weights: [{ version: '2026-11-23', effectiveFrom: '2026-11-23', weights: defaultWeights }],
  limits: defaultLimits,
  rhythm: defaultRhythm,
  usesNegativeLists: false,
};
