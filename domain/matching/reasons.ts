import { z } from 'zod';
import { type Bilingual, type Locale, nameIn } from '../vocabulary/bilingual.ts';
import {
  actionAreaName,
  deliveryModeName,
  domainName,
  jurisdictionName,
  levelName,
  listOf,
  securityClassName,
  tagName,
} from '../vocabulary/names.ts';
import { entry, FactValue } from './reason-entry.ts';

const text = z.string();
const level = z.number();
const ids = z.array(z.string());

const tags = (list: readonly string[]): Bilingual => listOf(list.map(tagName));
const modes = (list: readonly string[]): Bilingual => listOf(list.map(deliveryModeName));
const domains = (list: readonly string[]): Bilingual => listOf(list.map(domainName));

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
  'class-evidence-missing': entry({ securityClass: text, missing: ids, basisZh: text, basisEn: text }, (facts) => ({
    zh: `${securityClassName(facts.securityClass).zh}：须人工审核，且尚缺：${tags(facts.missing).zh}（依据：${facts.basisZh}）。`,
    en: `${securityClassName(facts.securityClass).en}: a person must decide, and the offer does not yet carry: ${tags(facts.missing).en} (basis: ${facts.basisEn}).`,
  })),
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

  'jurisdiction-same': entry({ place: text }, (facts) => ({
    zh: `数据存放地与使用地相同：${jurisdictionName(facts.place).zh}。`,
    en: `The data is kept and used in the same place: ${jurisdictionName(facts.place).en}.`,
  })),
  'jurisdiction-differs': entry({ from: text, to: text }, (facts) => ({
    zh: `数据将从${jurisdictionName(facts.from).zh}提供至${jurisdictionName(facts.to).zh}使用，是否允许须人工判断。`,
    en: `The data would go from ${jurisdictionName(facts.from).en} to be used in ${jurisdictionName(facts.to).en}: a person must decide whether it may.`,
  })),

  'delivery-modes-common': entry({ common: ids }, (facts) => ({
    zh: `双方都接受的交付方式：${modes(facts.common).zh}。`,
    en: `Delivery that suits both sides: ${modes(facts.common).en}.`,
  })),
  'delivery-modes-differ': entry({ offered: ids, accepted: ids }, (facts) => ({
    zh: `没有共同的交付方式：供给提供${modes(facts.offered).zh}，需求接受${modes(facts.accepted).zh}。`,
    en: `No delivery mode in common: the offer gives ${modes(facts.offered).en}, the demand accepts ${modes(facts.accepted).en}.`,
  })),
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
