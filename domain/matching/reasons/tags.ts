import { entry } from './entry.ts';
import { ids, tags } from './parts.ts';

/** What either side asks the other to carry or to hold. */
export const tagReasons = {
  'no-tags-asked': entry({}, () => ({
    zh: '需求未要求合规标签。',
    en: 'The demand asks for no compliance tags.',
  })),
  'tags-carried': entry({ required: ids }, (facts) => ({
    zh: `供给具备需求要求的合规标签：${tags(facts.required).zh}。`,
    en: `The offer carries the compliance tags that the demand requires: ${tags(facts.required).en}.`,
  })),
  'preferred-tags-carried': entry({ carried: ids }, (facts) => ({
    zh: `供给具备需求优先考虑的全部合规标签：${tags(facts.carried).zh}，且不缺必需的标签。`,
    en: `The offer carries every compliance tag that the demand prefers: ${tags(facts.carried).en}; no required one is missing.`,
  })),
  'preferred-tags-absent': entry({ absent: ids }, (facts) => ({
    zh: `供给不缺必需的合规标签；需求优先考虑但供给未具备的有：${tags(facts.absent).zh}。`,
    en: `No required compliance tag is missing; preferred but not carried by the offer: ${tags(facts.absent).en}.`,
  })),
  'tags-missing': entry({ missing: ids }, (facts) => ({
    zh: `供给缺少需求要求的合规标签（或已过有效期）：${tags(facts.missing).zh}。`,
    en: `The offer lacks compliance tags that the demand requires, or they are past their date: ${tags(facts.missing).en}.`,
  })),

  'no-recipient-tags-asked': entry({}, () => ({
    zh: '供给未对需方提出资质要求。',
    en: 'The offer asks nothing of its recipients.',
  })),
  'recipient-tags-held': entry({ asked: ids }, (facts) => ({
    zh: `需方具备供给对接收方的要求：${tags(facts.asked).zh}。`,
    en: `The buyer holds what the offer asks of recipients: ${tags(facts.asked).en}.`,
  })),
  'recipient-tags-missing': entry({ missing: ids }, (facts) => ({
    zh: `供给对接收方的要求中，需方没有经核验且在有效期内的：${tags(facts.missing).zh}。`,
    en: `Of what the offer asks of recipients, the buyer has not, verified and in date: ${tags(facts.missing).en}.`,
  })),
};
