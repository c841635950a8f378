import { remedyPhrase } from '../../domain/matching/near-matches.ts';
import { type Bilingual, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { renderInvitation } from '../../functions/_mail/invitation-mail.ts';
import { renderNothingYet } from '../../functions/_mail/nothing-yet-mail.ts';
import { renderSupplierReport } from '../../functions/_mail/supplier-report-mail.ts';
import type { Sample } from './sample.ts';
import { previewApi, sampleLinks } from './sample-links.ts';
import { sampleDemandId, sampleZone } from './sample-matches.ts';

const demandTitle: Bilingual = { zh: '高速公路货运车辆轨迹', en: 'Freight vehicles on motorways' };
const organization: Bilingual = { zh: '京津冀数据服务有限公司', en: 'Beijing-Tianjin-Hebei Data Services' };

const holdMlps = remedyPhrase([{ side: 'buyer', kind: 'hold', tag: 'mlps-3' }]);
const holdIso = remedyPhrase([{ side: 'buyer', kind: 'hold', tag: 'iso-27001' }]);
const carryQuality = remedyPhrase([{ side: 'supplier', kind: 'carry', tag: 'quality-report' }]);
const deidentify = remedyPhrase([{ side: 'supplier', kind: 'carry', tag: 'deidentified' }]);

const remedies = [
  { remedy: holdMlps, pairs: { exactly: 12 } },
  { remedy: holdIso, pairs: { under: 5 } },
];

/** The mails that are not about matches. */
export const otherSamples: readonly Sample[] = [
  ...[remedies, []].map((known) => ({
    name: known.length > 0 ? 'nothing-yet' : 'nothing-yet-no-remedy',
    render: (locale: Parameters<Sample['render']>[0]) =>
      renderNothingYet({
        locale,
        zone: sampleZone,
        demand: { id: sampleDemandId, title: nameIn(locale, demandTitle) },
        weeks: 4,
        remedies: known,
        links: sampleLinks,
      }),
  })),
  {
    name: 'supplier-report',
    render: (locale) =>
      renderSupplierReport({
        locale,
        zone: sampleZone,
        organization: { name: nameIn(locale, organization) },
        week: { from: '2026-11-16', until: '2026-11-22' },
        domains: [
          {
            domain: '66',
            demands: { exactly: 23 },
            purposes: [
              { purpose: 'purpose-credit', demands: { exactly: 14 } },
              { purpose: 'purpose-ai-training', demands: { under: 5 } },
            ],
          },
          {
            domain: '54',
            demands: { exactly: 8 },
            purposes: [{ purpose: 'purpose-public-service', demands: { exactly: 6 } }],
          },
          { domain: '85', demands: { under: 5 }, purposes: [] },
        ],
        remedies: [
          { remedy: carryQuality, demands: { exactly: 9 } },
          { remedy: deidentify, demands: { under: 5 } },
        ],
        links: sampleLinks,
      }),
  },
  {
    name: 'invitation',
    render: (locale) =>
      renderInvitation({
        locale,
        zone: sampleZone,
        organization: { name: nameIn(locale, organization) },
        link: `${previewApi}/v1/contact-confirmation?token=${'a-token-of-an-invitation.'.repeat(6)}`,
        until: '2026-11-30 16:00',
      }),
  },
];
