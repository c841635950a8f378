import type * as z from 'zod';
import type { OfferInput } from '../../domain/offer/offer.ts';
import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';

type Typed = Omit<z.input<typeof OfferInput>, 'title' | 'description'>;

/** An offer as its supplier would post it, with a title for each language of a reader. */
export type SampleOffer = { readonly title: Bilingual; readonly offer: Typed };

const beijing = ['110000'];
const region = ['110000', '120000', '130000'];

const base = {
  securityClass: 'general',
  securityLevel: 2,
  complianceTags: ['non-pi', 'right-operate', 'takedown-commitment'],
  permittedPurposes: ['purpose-ai-training', 'purpose-scientific-research'],
  jurisdiction: 'CN',
  source: { kind: 'produced', statement: 'Counted in the supplier’s own operations.' },
  deliveryModes: ['api'],
} satisfies Partial<Typed>;

/** What the previewed mails tell of: the best first, in the demand's own eyes. */
export const sampleOffers: readonly SampleOffer[] = [
  {
    title: {
      zh: '京津冀小微企业经营活力指数（月度）',
      en: 'Monthly activity index of small businesses in Beijing, Tianjin and Hebei',
    },
    offer: {
      ...base,
      domain: '66',
      complianceTags: [...base.complianceTags, 'quality-report'],
      fields: ['enterprise_type', 'region', 'month', 'activity', 'tax_band'].map((name) => ({ name, label: name })),
      coverage: { regions: region },
      updateFrequency: 'monthly',
      deliveryModes: ['api', 'sandbox'],
      price: { model: 'subscription', amount: 18_000_000, currency: 'CNY' },
    },
  },
  {
    title: { zh: '商户交易流水风险特征（去标识化）', en: 'Risk features of merchants’ transactions (de-identified)' },
    offer: {
      ...base,
      domain: '66',
      securityLevel: 3,
      complianceTags: [
        'pi',
        'deidentified',
        'reid-assessment-report',
        'pipia',
        'contract-art12',
        'legal-basis-other',
        'no-reidentification',
        'takedown-commitment',
      ],
      recipientTags: ['mlps-3'],
      fields: ['region', 'month', 'activity'].map((name) => ({ name, label: name })),
      coverage: { regions: beijing },
      updateFrequency: 'weekly',
      deliveryModes: ['privacy-computing', 'sandbox'],
    },
  },
  {
    title: { zh: '分区税票开具汇总', en: 'Invoices issued, by district' },
    offer: {
      ...base,
      domain: '69',
      fields: ['region', 'month', 'tax_band'].map((name) => ({ name, label: name })),
      coverage: { regions: region },
      updateFrequency: 'quarterly',
      deliveryModes: ['sandbox'],
      price: { model: 'one-off', amount: 9_000_000, currency: 'CNY' },
    },
  },
  {
    title: { zh: '保险理赔频次统计', en: 'Frequency of insurance claims' },
    offer: { ...base, domain: '68', securityLevel: 3, coverage: { regions: beijing }, updateFrequency: 'monthly' },
  },
  {
    title: { zh: '金融机构网点客流统计', en: 'Footfall at branches of financial institutions' },
    offer: { ...base, domain: 'J', updateFrequency: 'daily', deliveryModes: ['api', 'sandbox'] },
  },
];
