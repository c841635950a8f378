import { tagName } from '../../vocabulary/names.ts';
import { entry } from './entry.ts';
import { basis, ids, isLacking, kinds, lack, lacking, tags, text } from './parts.ts';

/** Whether the offer permits the purpose and the rules allow it; and what rules or vocabulary do not know. */
export const purposeReasons = {
  'purpose-permitted': entry({ purpose: text }, (facts) => ({
    zh: `供给允许用于：${tagName(facts.purpose).zh}。`,
    en: `The offer permits the purpose: ${tagName(facts.purpose).en}.`,
  })),
  'purpose-implied': entry({ purpose: text, permitted: text }, (facts) => ({
    zh: `供给允许用于“${tagName(facts.permitted).zh}”，需求的用途“${tagName(facts.purpose).zh}”属于其中。`,
    en: `The offer permits ${tagName(facts.permitted).en}, which the demand's purpose (${tagName(facts.purpose).en}) is a kind of.`,
  })),
  'purpose-not-permitted': entry({ purpose: text, permitted: ids }, (facts) => ({
    zh: `需求的用途“${tagName(facts.purpose).zh}”不在供给允许的用途之内：${tags(facts.permitted).zh}。`,
    en: `The demand's purpose (${tagName(facts.purpose).en}) is not among those that the offer permits: ${tags(facts.permitted).en}.`,
  })),

  'term-unknown': entry({ terms: ids }, (facts) => ({
    zh: `以下代码不在现行词表中，须人工判断：${facts.terms.join('、')}。`,
    en: `The vocabulary in use does not know: ${facts.terms.join(', ')}; a person must decide.`,
  })),
  'rule-not-understood': entry({ rules: ids, unknown: ids }, (facts) => ({
    zh: `规则${facts.rules.join('、')}中有本服务无法识别的内容（${facts.unknown.join('、')}），须人工判断。`,
    en: `Rule ${facts.rules.join(', ')} has something that this service does not understand (${facts.unknown.join(', ')}); a person must decide.`,
  })),

  'subject-not-stated': entry({}, () => ({
    zh: '供给未说明是否含有个人信息，须人工判断。',
    en: 'The offer does not say whether it holds personal information, so a person must decide.',
  })),
  'purpose-rule-met': entry({ purpose: text, ...basis }, (facts) => ({
    zh: `用于“${tagName(facts.purpose).zh}”所需的条件均已具备（依据：${facts.basisZh}）。`,
    en: `All that the purpose (${tagName(facts.purpose).en}) needs is there (basis: ${facts.basisEn}).`,
  })),
  'purpose-rule-lacks': entry({ purpose: text, ...lack, ...basis }, (facts) => ({
    zh: `用于“${tagName(facts.purpose).zh}”尚缺：${lacking(facts).zh}（依据：${facts.basisZh}）。`,
    en: `Still missing for the purpose (${tagName(facts.purpose).en}): ${lacking(facts).en} (basis: ${facts.basisEn}).`,
  })),
  'purpose-rule-asks': entry({ purpose: text, ...lack, ...basis }, (facts) => ({
    zh: `此类数据能否用于“${tagName(facts.purpose).zh}”须人工判断${isLacking(facts) ? `，且尚缺：${lacking(facts).zh}` : ''}（依据：${facts.basisZh}）。`,
    en: `A person must decide whether such data may serve the purpose (${tagName(facts.purpose).en})${isLacking(facts) ? `; still missing: ${lacking(facts).en}` : ''} (basis: ${facts.basisEn}).`,
  })),
  'purpose-rule-forbids': entry({ purpose: text, forbidden: ids, ...basis }, (facts) => ({
    zh: `用于“${tagName(facts.purpose).zh}”时不允许：${tags(facts.forbidden).zh}（依据：${facts.basisZh}）。`,
    en: `Not allowed for the purpose (${tagName(facts.purpose).en}): ${tags(facts.forbidden).en} (basis: ${facts.basisEn}).`,
  })),
  'purpose-rule-prohibits': entry({ purpose: text, ...basis }, (facts) => ({
    zh: `此类数据不得用于“${tagName(facts.purpose).zh}”（依据：${facts.basisZh}）。`,
    en: `Such data must not serve the purpose (${tagName(facts.purpose).en}) (basis: ${facts.basisEn}).`,
  })),
  'purpose-rule-none': entry({ purpose: text, kinds: ids }, (facts) => ({
    zh: `没有规则说明${kinds(facts.kinds).zh}能否用于“${tagName(facts.purpose).zh}”，须人工判断。`,
    en: `No rule says whether ${kinds(facts.kinds).en} may serve the purpose (${tagName(facts.purpose).en}), so a person must decide.`,
  })),
};
