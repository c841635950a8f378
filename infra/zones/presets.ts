import { standardNames } from '../../domain/access/token-names.ts';
import { onePartition } from '../../domain/matching/domain-partitions.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { defaultLimits } from './default-limits.ts';
import { defaultRhythm } from './default-rhythm.ts';
import { defaultCanary, defaultRetention, defaultThresholds } from './default-watch.ts';
import type { Zone } from './zone.ts';

/** What every zone begins with, under a host of its own. */
const anyZone = (id: string, host: string) =>
  ({
    id,
    identity: {
      issuer: `https://id.${host}`,
      audience: 'zonematch',
      names: standardNames,
      web: { clientId: 'zonematch-pages' },
    },
    web: { origins: [] },
    weights: [{ version: '2026-11-23', effectiveFrom: '2026-11-23', weights: defaultWeights }],
    limits: defaultLimits,
    domainPartitions: onePartition,
    rhythm: defaultRhythm,
    alarms: { receiver: `operator@${host}`, thresholds: defaultThresholds },
    canary: defaultCanary,
    retention: defaultRetention,
    statistics: { publicPage: false },
  }) as const satisfies Partial<Zone>;

const senders = (host: string) => ({ from: `zonematch@${host}`, replyTo: `desk@${host}` });

/** A zone on the mainland: its clocks and language, and a relay to mail by, since no region there has SES. */
export const mainlandZone = (id: string) => {
  const host = `${id}.example.cn`;
  return {
    ...anyZone(id, host),
    jurisdictions: ['CN'],
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    mail: {
      transport: 'smtp',
      host: `smtp.${host}`,
      port: 465,
      security: 'tls',
      ...senders(host),
      bounces: `bounces@${host}`,
    },
  } as const satisfies Partial<Zone>;
};

const clocks = { HK: 'Asia/Hong_Kong', MO: 'Asia/Macau' } as const;
const locales = { HK: 'en', MO: 'zh-CN' } as const;

/**
 * A zone under the law of Hong Kong or Macao, run in Hong Kong. The region has no SES, that of Singapore has: mails, and with
 * them the addresses of contacts, go through it. Contacts on the mainland belong into a zone there, which mails by a relay.
 */
export const outsideZone = (id: string, jurisdiction: 'HK' | 'MO') => {
  const host = `${id}.example.${jurisdiction.toLowerCase()}`;
  return {
    ...anyZone(id, host),
    region: 'ap-east-1',
    jurisdictions: [jurisdiction],
    timeZone: clocks[jurisdiction],
    locale: locales[jurisdiction],
    mail: {
      transport: 'ses',
      region: 'ap-southeast-1',
      configurationSet: `zonematch-${id}`,
      ...senders(host),
    },
  } as const satisfies Partial<Zone>;
};
