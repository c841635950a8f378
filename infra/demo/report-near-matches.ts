import { sentence } from '../../domain/matching/reasons.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { clip, inColumns } from './columns.ts';
import type { NearMatch } from './judged-market.ts';

/** How each way to fail is headed. A code that is not here heads its group itself. */
const headings: Readonly<Record<string, string>> = {
  'same-party': 'different-party: an organization’s own listings 同一主体',
  'affiliated-parties': 'different-party: affiliates 关联主体',
  'domain-unrelated': 'domain: unrelated 领域无关',
  'class-forbidden': 'security-class: not tradable 不得交易',
  'level-above-demand': 'security-level: above the demand’s maximum 高于需求上限',
  'level-above-clearance': 'security-level: above the buyer’s clearance 高于可接收级别',
  'tags-missing': 'carried-tags: the offer lacks required tags 供给缺少必需标签',
  'recipient-tags-missing': 'recipient-tags: the buyer lacks a certificate 需方缺少资质',
  'certificate-expired': 'recipient-tags: the buyer’s certificate has expired 需方资质已过期',
  'purpose-not-permitted': 'purpose: not permitted 用途未获允许',
  'diligence-missing': 'due-diligence: source or identity not shown 来源或身份未核验',
  'class-evidence-missing': 'security-class: evidence missing 缺少材料',
  'class-delivery-not-allowed': 'security-class: delivery not allowed 交付方式不允许',
  'purpose-rule-lacks': 'purpose-rules: evidence missing 缺少材料',
  'purpose-rule-forbids': 'purpose-rules: not in this way 方式不允许',
  'purpose-rule-prohibits': 'purpose-rules: prohibited 禁止',
  'flow-lacks': 'jurisdiction: evidence for the flow missing 缺少跨境材料',
  'flow-prohibited': 'jurisdiction: flow prohibited 禁止提供',
  'fields-required-missing': 'fields: a required one is missing 缺少必需字段',
  'coverage-other-regions': 'coverage: other regions 地区不符',
  'coverage-other-days': 'coverage: other days 时段不符',
  'price-above': 'price: above the budget 高于预算',
  'delivery-modes-differ': 'delivery-mode: none in common 无共同交付方式',
};

const examplesEach = 3;

function exampleLines({ pair, failed }: NearMatch, width: number, languageOf: (title: string) => Locale) {
  const { offer, demand } = pair;
  return [
    `       ${inColumns(offer.title, 50)}  →  ${clip(demand.title, 50)}`,
    `         ${clip(sentence(failed.reason, languageOf(demand.title)), width - 9)}`,
  ];
}

/** The near matches by the gate that failed: the rarest first, with how many and a few examples. */
export function nearMatchLines(
  near: readonly NearMatch[],
  width: number,
  languageOf: (title: string) => Locale,
): readonly string[] {
  const groups = Map.groupBy(near, ({ kind }) => kind);
  return [...groups]
    .sort(([, one], [, other]) => one.length - other.length)
    .flatMap(([kind, members]) => [
      `${String(members.length).padStart(4)}   ${headings[kind] ?? kind}`,
      ...members.slice(0, examplesEach).flatMap((member) => exampleLines(member, width, languageOf)),
    ]);
}
