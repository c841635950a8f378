import { z } from 'zod';
import { type Bilingual, type Locale, nameIn } from '../vocabulary/bilingual.ts';
import {
  actionAreaName,
  dataKindName,
  deliveryModeName,
  domainName,
  frequencyName,
  jurisdictionName,
  levelName,
  listOf,
  securityClassName,
  tagName,
  transferFactName,
} from '../vocabulary/names.ts';
import { entry, FactValue } from './reason-entry.ts';

const text = z.string();
const level = z.number();
const ids = z.array(z.string());

const count = z.number();
const basis = { basisZh: text, basisEn: text };
const flow = { from: text, to: text, ...basis };
const lack = { missing: ids, choices: ids };

const tags = (list: readonly string[]): Bilingual => listOf(list.map(tagName));
const modes = (list: readonly string[]): Bilingual => listOf(list.map(deliveryModeName));
const domains = (list: readonly string[]): Bilingual => listOf(list.map(domainName));

const kinds = (list: readonly string[]): Bilingual => listOf(list.map(dataKindName));

type Way = { readonly from: string; readonly to: string };
const wayZh = ({ from, to }: Way): string => `数据将从${jurisdictionName(from).zh}提供至${jurisdictionName(to).zh}使用`;
const wayEn = ({ from, to }: Way): string =>
  `The data would go from ${jurisdictionName(from).en} to be used in ${jurisdictionName(to).en}`;

type Lack = { readonly missing: readonly string[]; readonly choices: readonly string[] };
const isLacking = ({ missing, choices }: Lack): boolean => missing.length + choices.length > 0;

/** What is missing as one phrase; of a group one is enough. */
function lacking({ missing, choices }: Lack): Bilingual {
  const groups = choices.map((choice) => {
    const names = choice.split('|').map(tagName);
    return {
      zh: `以下任一项（${names.map(({ zh }) => zh).join('、')}）`,
      en: `one of (${names.map(({ en }) => en).join(' / ')})`,
    };
  });
  return listOf([...missing.map(tagName), ...groups]);
}

/**
 * The closed table of reasons. Both sides of a match read these sentences: no fact may hold more of the other side
 * than its criterion needs, and never a clearance, a list of held tags, an organization or a budget.
 */
const table = {
  'both-in-force': entry({}, () => ({
    zh: '数据供给与数据需求均有效。',
    en: 'Both the offer and the demand are open and in date.',
  })),
  'offer-not-open': entry({}, () => ({ zh: '该数据供给目前未开放。', en: 'The offer is not open at present.' })),
  'demand-not-open': entry({}, () => ({ zh: '该数据需求目前未开放。', en: 'The demand is not open at present.' })),
  'offer-over': entry({}, () => ({ zh: '该数据供给已过有效期。', en: 'The offer is past its term.' })),
  'demand-over': entry({}, () => ({ zh: '该数据需求已过有效期。', en: 'The demand is past its term.' })),

  'parties-differ': entry({}, () => ({
    zh: '供方与需方不是同一主体，也无关联关系登记。',
    en: 'Supplier and buyer are two parties that are not affiliated.',
  })),
  'same-party': entry({}, () => ({
    zh: '供方与需方是同一主体。',
    en: 'Supplier and buyer are the same organization.',
  })),
  'affiliated-parties': entry({}, () => ({
    zh: '供方与需方是关联主体，视为同一方。',
    en: 'Supplier and buyer are affiliates and count as one party.',
  })),

  'diligence-done': entry({}, () => ({
    zh: '数据来源已说明，双方身份已核验（《数据安全法》第三十三条）。',
    en: 'The source of the data is stated and the identity of both parties verified (Data Security Law, Art 33).',
  })),
  'diligence-missing': entry({ missing: ids }, (facts) => ({
    zh: `每次匹配都须具备而尚缺的有：${tags(facts.missing).zh}（《数据安全法》第三十三条）。`,
    en: `What every match needs is not there yet: ${tags(facts.missing).en} (Data Security Law, Art 33).`,
  })),

  'domain-same': entry({ domain: text }, (facts) => ({
    zh: `领域相同：${domainName(facts.domain).zh}。`,
    en: `Same domain: ${domainName(facts.domain).en}.`,
  })),
  'domain-narrower': entry({ offered: text, demanded: text }, (facts) => ({
    zh: `供给的领域（${domainName(facts.offered).zh}）属于所需领域（${domainName(facts.demanded).zh}）。`,
    en: `The offer's domain (${domainName(facts.offered).en}) is part of the demanded one (${domainName(facts.demanded).en}).`,
  })),
  'domain-broader': entry({ offered: text, demanded: text }, (facts) => ({
    zh: `供给的领域（${domainName(facts.offered).zh}）包含所需领域（${domainName(facts.demanded).zh}）。`,
    en: `The offer's domain (${domainName(facts.offered).en}) contains the demanded one (${domainName(facts.demanded).en}).`,
  })),
  'domain-same-section': entry({ offered: text, demanded: text, section: text }, (facts) => ({
    zh: `供给的领域（${domainName(facts.offered).zh}）与所需领域（${domainName(facts.demanded).zh}）同属${domainName(facts.section).zh}。`,
    en: `The offer's domain (${domainName(facts.offered).en}) and the demanded one (${domainName(facts.demanded).en}) both belong to ${domainName(facts.section).en}.`,
  })),
  'domain-linked': entry({ offered: text, demanded: text, area: text }, (facts) => ({
    zh: `供给的领域（${domainName(facts.offered).zh}）与所需领域（${domainName(facts.demanded).zh}）同属行动领域“${actionAreaName(facts.area).zh}”（对应关系由本服务编制）。`,
    en: `The offer's domain (${domainName(facts.offered).en}) and the demanded one (${domainName(facts.demanded).en}) belong to one action area, ${actionAreaName(facts.area).en} (a mapping made by this service).`,
  })),
  'domain-unrelated': entry({ offered: text, demanded: ids }, (facts) => ({
    zh: `供给的领域（${domainName(facts.offered).zh}）与所需领域（${domains(facts.demanded).zh}）无关。`,
    en: `The offer's domain (${domainName(facts.offered).en}) is unrelated to what is demanded (${domains(facts.demanded).en}).`,
  })),

  'class-tradable': entry({ securityClass: text, level, basisZh: text, basisEn: text }, (facts) => ({
    zh: `${securityClassName(facts.securityClass).zh}，安全级别${levelName(facts.level).zh}，可以交易（依据：${facts.basisZh}）。`,
    en: `${securityClassName(facts.securityClass).en}, security ${levelName(facts.level).en}, may be traded (basis: ${facts.basisEn}).`,
  })),
  'class-needs-approval': entry({ securityClass: text, level, basisZh: text, basisEn: text }, (facts) => ({
    zh: `${securityClassName(facts.securityClass).zh}，安全级别${levelName(facts.level).zh}，可以匹配，但交付前应经人工批准（依据：${facts.basisZh}）。`,
    en: `${securityClassName(facts.securityClass).en}, security ${levelName(facts.level).en}, may be matched, but a person should approve it before delivery (basis: ${facts.basisEn}).`,
  })),
  'class-special-approval': entry({ securityClass: text, basisZh: text, basisEn: text }, (facts) => ({
    zh: `${securityClassName(facts.securityClass).zh}：所需材料均已声明，仍须人工审核后方可继续（依据：${facts.basisZh}）。`,
    en: `${securityClassName(facts.securityClass).en}: all that is needed is stated, and a person must still decide before it goes on (basis: ${facts.basisEn}).`,
  })),
  'class-evidence-missing': entry(
    { securityClass: text, level, missing: ids, basisZh: text, basisEn: text },
    (facts) => ({
      zh: `${securityClassName(facts.securityClass).zh}，安全级别${levelName(facts.level).zh}，供给尚缺所需材料：${tags(facts.missing).zh}（依据：${facts.basisZh}）。`,
      en: `${securityClassName(facts.securityClass).en}, security ${levelName(facts.level).en}: the offer does not carry what is needed: ${tags(facts.missing).en} (basis: ${facts.basisEn}).`,
    }),
  ),
  'class-delivery-not-allowed': entry(
    { securityClass: text, level, allowed: ids, basisZh: text, basisEn: text },
    (facts) => ({
      zh: `${securityClassName(facts.securityClass).zh}，安全级别${levelName(facts.level).zh}，只能以下列方式交付：${modes(facts.allowed).zh}；双方都接受的方式不在其中（依据：${facts.basisZh}）。`,
      en: `${securityClassName(facts.securityClass).en}, security ${levelName(facts.level).en}, may be delivered only by: ${modes(facts.allowed).en}; what suits both sides is not among these (basis: ${facts.basisEn}).`,
    }),
  ),
  'class-level-mismatch': entry({ securityClass: text, level }, (facts) => ({
    zh: `供给标为${securityClassName(facts.securityClass).zh}，但安全级别为${levelName(facts.level).zh}，两者不一致，须人工核对。`,
    en: `The offer is marked as ${securityClassName(facts.securityClass).en} but graded ${levelName(facts.level).en}: the two do not fit, so a person must check.`,
  })),
  'class-forbidden': entry({ securityClass: text, basisZh: text, basisEn: text }, (facts) => ({
    zh: `${securityClassName(facts.securityClass).zh}不得在此交易（依据：${facts.basisZh}）。`,
    en: `${securityClassName(facts.securityClass).en} is not traded here (basis: ${facts.basisEn}).`,
  })),

  'level-within': entry({ level }, (facts) => ({
    zh: `数据的安全级别为${levelName(facts.level).zh}，未超出需求上限和需方经核验的可接收级别。`,
    en: `Security ${levelName(facts.level).en} is within the demand's maximum and the buyer's verified clearance.`,
  })),
  'level-above-demand': entry({ level, max: level }, (facts) => ({
    zh: `数据的安全级别为${levelName(facts.level).zh}，高于需求的上限${levelName(facts.max).zh}。`,
    en: `Security ${levelName(facts.level).en} is above the demand's maximum, ${levelName(facts.max).en}.`,
  })),
  'level-above-clearance': entry({ level }, (facts) => ({
    zh: `数据的安全级别为${levelName(facts.level).zh}，高于需方经核验的可接收级别。`,
    en: `Security ${levelName(facts.level).en} is above what the buyer is cleared to receive.`,
  })),

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

  'jurisdiction-same': entry({ place: text }, (facts) => ({
    zh: `数据存放地与使用地相同：${jurisdictionName(facts.place).zh}。`,
    en: `The data is kept and used in the same place: ${jurisdictionName(facts.place).en}.`,
  })),
  'flow-domestic': entry({}, () => ({
    zh: '数据不出境，境内流动不属于数据出境。',
    en: 'The data stays in mainland China: a flow between its provinces is no export.',
  })),
  'flow-allowed': entry(flow, (facts) => ({
    zh: `${wayZh(facts)}，所需条件均已具备（依据：${facts.basisZh}）。`,
    en: `${wayEn(facts)}: all that is needed for it is there (basis: ${facts.basisEn}).`,
  })),
  'flow-lacks': entry({ ...flow, ...lack }, (facts) => ({
    zh: `${wayZh(facts)}，尚缺：${lacking(facts).zh}（依据：${facts.basisZh}）。`,
    en: `${wayEn(facts)}: still missing for it: ${lacking(facts).en} (basis: ${facts.basisEn}).`,
  })),
  'flow-asks': entry({ ...flow, ...lack }, (facts) => ({
    zh: `${wayZh(facts)}，是否允许须人工判断${isLacking(facts) ? `，且尚缺：${lacking(facts).zh}` : ''}（依据：${facts.basisZh}）。`,
    en: `${wayEn(facts)}: a person must decide whether it may${isLacking(facts) ? `; still missing: ${lacking(facts).en}` : ''} (basis: ${facts.basisEn}).`,
  })),
  'flow-fact-unstated': entry({ ...flow, fact: text }, (facts) => ({
    zh: `${wayZh(facts)}，供给未说明${transferFactName(facts.fact).zh}，须人工判断（依据：${facts.basisZh}）。`,
    en: `${wayEn(facts)}: it is not stated ${transferFactName(facts.fact).en}, so a person must decide (basis: ${facts.basisEn}).`,
  })),
  'flow-rule-none': entry({ from: text, to: text }, (facts) => ({
    zh: `${wayZh(facts)}，没有规则说明是否允许，须人工判断。`,
    en: `${wayEn(facts)}: no rule says whether it may, so a person must decide.`,
  })),
  'flow-prohibited': entry(flow, (facts) => ({
    zh: `${wayZh(facts)}，不得提供（依据：${facts.basisZh}）。`,
    en: `${wayEn(facts)}: this is not allowed (basis: ${facts.basisEn}).`,
  })),

  'delivery-modes-common': entry({ common: ids }, (facts) => ({
    zh: `双方都接受的交付方式：${modes(facts.common).zh}。`,
    en: `Delivery that suits both sides: ${modes(facts.common).en}.`,
  })),
  'delivery-modes-differ': entry({ offered: ids, accepted: ids }, (facts) => ({
    zh: `没有共同的交付方式：供给提供${modes(facts.offered).zh}，需求接受${modes(facts.accepted).zh}。`,
    en: `No delivery mode in common: the offer gives ${modes(facts.offered).en}, the demand accepts ${modes(facts.accepted).en}.`,
  })),

  'no-fields-asked': entry({}, () => ({ zh: '需求未列出所需字段。', en: 'The demand names no fields.' })),
  'fields-not-stated': entry({}, () => ({ zh: '供给未列出其字段。', en: 'The offer does not state its fields.' })),
  'fields-covered': entry({ asked: count }, (facts) => ({
    zh: `供给具备需求列出的全部${facts.asked}个字段。`,
    en: `The offer has all ${facts.asked} of the fields that the demand names.`,
  })),
  'fields-partly': entry({ found: count, asked: count, missing: ids }, (facts) => ({
    zh: `供给具备需求列出的${facts.asked}个字段中的${facts.found}个；缺少：${facts.missing.join('、')}。`,
    en: `The offer has ${facts.found} of ${facts.asked} fields that the demand names; missing: ${facts.missing.join(', ')}.`,
  })),
  'fields-required-missing': entry({ missing: ids }, (facts) => ({
    zh: `供给缺少需求必需的字段：${facts.missing.join('、')}。`,
    en: `The offer lacks fields that the demand requires: ${facts.missing.join(', ')}.`,
  })),

  'coverage-not-asked': entry({}, () => ({
    zh: '需求未限定地区和时段。',
    en: 'The demand names no regions and no days.',
  })),
  'coverage-not-stated': entry({}, () => ({
    zh: '供给未说明所涉地区和时段。',
    en: 'The offer does not state its regions and days.',
  })),
  'coverage-days': entry({}, () => ({ zh: '数据的时段符合需求。', en: 'The days of the data suit the demand.' })),
  'coverage-overlaps': entry({ covered: count, asked: count }, (facts) => ({
    zh: `数据涉及需求所列${facts.asked}个地区中的${facts.covered}个。`,
    en: `The data is about ${facts.covered} of ${facts.asked} regions that the demand names.`,
  })),
  'coverage-other-days': entry({}, () => ({
    zh: '数据的时段与需求没有重叠。',
    en: 'The data is about other days than the demand.',
  })),
  'coverage-other-regions': entry({}, () => ({
    zh: '数据的地区与需求没有重叠。',
    en: 'The data is about other regions than the demand.',
  })),

  'frequency-not-asked': entry({}, () => ({
    zh: '需求未要求更新频率。',
    en: 'The demand asks for no rate of renewal.',
  })),
  'frequency-not-stated': entry({ asked: text }, (facts) => ({
    zh: `需求要求${frequencyName(facts.asked).zh}更新，供给未说明更新频率。`,
    en: `The demand asks for data renewed ${frequencyName(facts.asked).en}; the offer does not say how often it is.`,
  })),
  'frequency-met': entry({ offered: text }, (facts) => ({
    zh: `数据的更新频率（${frequencyName(facts.offered).zh}）满足需求。`,
    en: `The data is renewed often enough (${frequencyName(facts.offered).en}).`,
  })),
  'frequency-lower': entry({ offered: text, asked: text }, (facts) => ({
    zh: `数据的更新频率为${frequencyName(facts.offered).zh}，低于需求的${frequencyName(facts.asked).zh}。`,
    en: `The data is renewed ${frequencyName(facts.offered).en}, less often than asked (${frequencyName(facts.asked).en}).`,
  })),

  'no-budget': entry({}, () => ({ zh: '需求未给出预算。', en: 'The demand names no budget.' })),
  'price-free': entry({}, () => ({ zh: '数据免费提供。', en: 'The data is free.' })),
  'price-open': entry({}, () => ({
    zh: '价格尚未确定，须由双方商定。',
    en: 'The price is open: the two sides must agree on it.',
  })),
  'price-other-currency': entry({}, () => ({
    zh: '价格与预算的货币不同，无法直接比较。',
    en: 'Price and budget are in different currencies and were not compared.',
  })),
  'price-within': entry({}, () => ({ zh: '价格在预算之内。', en: 'The price is within the budget.' })),
  'price-above': entry({}, () => ({ zh: '价格高于预算。', en: 'The price is above the budget.' })),
};

type ReasonCode = keyof typeof table;

/** The facts that a reason code takes. */
type FactsOf<C extends ReasonCode> = z.infer<(typeof table)[C]['facts']>;

/** Why a criterion says what it says; a stored one may have a code or facts that the table no longer has. */
export const Reason = z.strictObject({ code: z.string(), facts: z.record(z.string(), FactValue) });
export type Reason = z.infer<typeof Reason>;

/** Every code of the table, in its order. */
export const reasonCodes: readonly string[] = Object.keys(table);

/** A reason of the table; the compiler knows which facts its code takes. */
export function reason<C extends ReasonCode>(code: C, facts: FactsOf<C>): Reason;
export function reason(code: ReasonCode, facts: Reason['facts']): Reason {
  return { code, facts };
}

const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(table, code);

const neutral: Bilingual = {
  zh: '这一判断按当时的规则作出，其说明已不再使用。',
  en: 'This was judged by an earlier rule whose wording is no longer in use.',
};

/** The sentence of a reason in the reader's language; a neutral one where the table does not have it (any more). */
export function sentence(given: Reason, locale: Locale): string {
  const said = isReasonCode(given.code) ? table[given.code].render(given.facts) : undefined;
  return nameIn(locale, said ?? neutral);
}
