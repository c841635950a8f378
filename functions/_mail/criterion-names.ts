import type { CriterionId } from '../../domain/matching/judgement.ts';
import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';

/** What a buyer calls each criterion. */
export const criterionNames: Readonly<Record<CriterionId, Bilingual>> = {
  'in-force': { zh: '有效期', en: 'In date' },
  'different-party': { zh: '交易主体', en: 'Parties' },
  domain: { zh: '领域', en: 'Domain' },
  'security-class': { zh: '数据类别', en: 'Security class' },
  'security-level': { zh: '安全级别', en: 'Security level' },
  'carried-tags': { zh: '合规标签', en: 'Compliance' },
  'recipient-tags': { zh: '接收方资质', en: 'Recipient' },
  purpose: { zh: '用途', en: 'Purpose' },
  jurisdiction: { zh: '使用地', en: 'Jurisdiction' },
  'due-diligence': { zh: '来源与身份', en: 'Source and identity' },
  'purpose-rules': { zh: '用途规则', en: 'Purpose rules' },
  fields: { zh: '字段', en: 'Fields' },
  coverage: { zh: '地区与时段', en: 'Coverage' },
  freshness: { zh: '更新频率', en: 'Freshness' },
  price: { zh: '价格', en: 'Price' },
  'delivery-mode': { zh: '交付方式', en: 'Delivery' },
};
