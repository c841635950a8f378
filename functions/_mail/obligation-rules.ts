import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import { deliveryModeName, listOf, tagName } from '../../domain/vocabulary/names.ts';
import { exportObligations } from './export-obligations.ts';
import { carries, isExport, isImportant, isPersonal, type ObligationRule } from './obligation-rule.ts';

const contractFromLevel = 4;

const contract: Bilingual = {
  zh: '双方订立合同，约定处理目的、方式、范围和安全保护义务，并由供方监督履行。',
  en: 'Agree by contract the purpose, manner and scope of processing and the security duties; the supplier supervises them.',
};

const article12: Bilingual = {
  zh: '《网络数据安全管理条例》第十二条',
  en: 'Network Data Security Management Regulations, Art 12',
};

/**
 * The closed table of what may be left to arrange after a match, in the order in which a buyer would do it. What the gates
 * make sure of, such as source and identity (Data Security Law Art 33), is arranged already; so is what the offer carries
 * the proof of, as far as that can be had before the recipient is known.
 */
export const obligationRules: readonly ObligationRule[] = [
  {
    rule: 'delivery-mode-agreed',
    applies: () => true,
    say: ({ offer }) => {
      const modes = listOf(offer.deliveryModes.map(deliveryModeName));
      return { zh: `与供方商定交付方式：${modes.zh}。`, en: `Agree on the delivery mode: ${modes.en}.` };
    },
    source: { zh: '供给所列方式', en: 'modes that the offer lists' },
  },
  {
    rule: 'recipient-tags-shown',
    applies: ({ offer }) => offer.recipientTags.length > 0,
    say: ({ offer }) => {
      const tags = listOf(offer.recipientTags.map(tagName));
      return { zh: `出示有效的资质证明：${tags.zh}。`, en: `Show valid proof of: ${tags.en}.` };
    },
    source: { zh: '供给的要求', en: 'asked by the offer' },
  },
  {
    rule: 'impact-assessment',
    applies: (about) => isPersonal(about) && !carries(about, 'pipia'),
    say: () => ({
      zh: '供方在提供前完成个人信息保护影响评估，报告和处理情况记录至少保存三年。',
      en: 'Before it provides the data the supplier makes a personal information protection impact assessment, and keeps it for three years.',
    }),
    source: {
      zh: '《个人信息保护法》第五十五条、第五十六条',
      en: 'Personal Information Protection Law, Art 55 and 56',
    },
  },
  {
    rule: 'individuals-informed',
    applies: (about) => isPersonal(about) && !isExport(about) && !carries(about, 'consent-provision'),
    say: () => ({
      zh: '供方向个人告知需方的名称、联系方式、处理目的、处理方式和个人信息种类；以同意为依据的，取得单独同意。需方只在此范围内处理。',
      en: 'The supplier tells the individuals who you are, how to reach you, and purpose, manner and kinds; where consent is the basis, it obtains separate consent. You stay within that.',
    }),
    source: { zh: '《个人信息保护法》第二十三条', en: 'Personal Information Protection Law, Art 23' },
  },
  {
    rule: 'risk-assessment-important-data',
    applies: (about) => isImportant(about) && !carries(about, 'risk-assessment-important'),
    say: () => ({
      zh: '供方在提供重要数据前完成风险评估。',
      en: 'Before it provides important data the supplier makes a risk assessment.',
    }),
    source: {
      zh: '《网络数据安全管理条例》第三十一条',
      en: 'Network Data Security Management Regulations, Art 31',
    },
  },
  { rule: 'contract-important-data', applies: isImportant, say: () => contract, source: article12 },
  {
    rule: 'contract-personal-information',
    applies: (about) => isPersonal(about) && !isImportant(about),
    say: () => ({
      zh: `${contract.zh}提供个人信息的处理情况记录至少保存三年。`,
      en: `${contract.en} Records of providing personal information are kept for three years at least.`,
    }),
    source: article12,
  },
  {
    rule: 'contract-high-level',
    applies: (about) => !isImportant(about) && !isPersonal(about) && about.offer.securityLevel >= contractFromLevel,
    say: () => contract,
    // security-levels.json has this need of general data as a design rule, "from general knowledge"
    source: { zh: `本服务规则，参照${article12.zh}`, en: `rule of this service after ${article12.en}` },
    isGeneralKnowledge: true,
  },
  {
    rule: 'no-reidentification',
    applies: (about) => carries(about, 'no-reidentification'),
    say: () => ({
      zh: '承诺不对数据作重新识别。',
      en: 'Undertake not to re-identify anybody in the data.',
    }),
    source: { zh: 'GB/T 35273-2020 9.2 及合同惯例', en: 'GB/T 35273-2020, 9.2, and contract practice' },
    isGeneralKnowledge: true,
  },
  ...exportObligations,
];
