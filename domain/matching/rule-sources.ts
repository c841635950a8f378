import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Bilingual } from '../vocabulary/bilingual.ts';
import { flowRuleEditions } from '../vocabulary/cross-border-rules.ts';
import { purposeRuleEditions } from '../vocabulary/purpose-rules.ts';
import type { RuleRow } from '../vocabulary/rule-row.ts';
import { tradabilityEditions } from '../vocabulary/security-levels.ts';
import type { CriterionId } from './judgement.ts';

/** Where a rule stands written, and how sure that is. */
export type RuleSource = Pick<RuleRow, 'citation' | 'verification' | 'urls'>;

const ofService = (zh: string, en: string): RuleSource => ({
  citation: { zh: `本服务规则：${zh}`, en: `rule of this service: ${en}` },
  verification: 'verified',
  urls: [],
});

const ofLaw = (zh: string, en: string, url: string): RuleSource => ({
  citation: { zh, en },
  verification: 'verified',
  urls: [url],
});

const dataSecurityLaw = 'https://www.cac.gov.cn/2021-06/11/c_1624994566919140.htm';

/** What a criterion rests on where no row of a table decides. */
const own: Readonly<Record<CriterionId, RuleSource>> = {
  'in-force': ofService('仅匹配有效的供给与需求', 'only what is listed and in date is matched'),
  'different-party': ofService('关联主体视为同一方', 'affiliates count as one party'),
  'due-diligence': ofLaw('《数据安全法》第三十三条', 'Data Security Law, Art 33', dataSecurityLaw),
  domain: ofService('领域远近，代码依 GB/T 4754-2017', 'closeness of domains, codes of GB/T 4754-2017'),
  'security-class': ofService('类别与级别须一致（GB/T 43697-2024）', 'class and level must fit (GB/T 43697-2024)'),
  'security-level': ofService(
    '不超过需求上限和经核验的可接收级别',
    'within the demand’s maximum and the verified clearance',
  ),
  'carried-tags': ofService('供给须具备需求要求的标签', 'the offer carries what the demand requires'),
  'recipient-tags': ofService('需方须具备供给要求的资质', 'the buyer holds what the offer asks of recipients'),
  purpose: ofService('用途须在供给允许范围内', 'the purpose is among those that the offer permits'),
  'purpose-rules': ofService('没有规则的情形须人工判断', 'what no rule is about waits for a person'),
  jurisdiction: ofService(
    '未离开境外同一地区的数据不受跨境规则限制',
    'data that stays in one place abroad crosses no border',
  ),
  'delivery-mode': ofService('须有共同的交付方式', 'a delivery mode suits both sides'),
  fields: ofService('必需字段须具备', 'required fields are there'),
  coverage: ofService('地区和时段须有重叠', 'regions and days overlap'),
  freshness: ofService('更新频率影响评分', 'how often data is renewed counts in the score'),
  price: ofService('价格须在预算之内', 'the price is within the budget'),
};

/** The id of the rule that a criterion applies where no row of a table decides. */
export const ownRule = (criterion: string): string => `zm-${criterion}`;

const rows = [
  ...purposeRuleEditions.flatMap((edition) => edition.rows),
  ...flowRuleEditions.flatMap((edition) => edition.rows),
  ...tradabilityEditions.flatMap((edition) => edition.rows),
];

/** Newer issues last, so that the newest wording of a row counts. */
const sources: ReadonlyMap<string, RuleSource> = new Map<string, RuleSource>([
  ...Object.entries(own).map(([criterion, source]) => [ownRule(criterion), source] as const),
  ['dsl-33', own['due-diligence']],
  ...rows.map((row) => [row.id, row] as const),
]);

const forgotten: Bilingual = { zh: '较早版本的规则表', en: 'an earlier issue of a rule table' };

/**
 * Where a rule stands, by its id: as a rulebook has it where one is given, else as the tables of this release do; of one
 * that no table has any more, that much.
 */
export function sourceOf(rule: string, rulebook?: Rulebook): RuleSource {
  const given = rulebook ? Object.values(rulebook).flatMap((table) => [...table.rows]) : [];
  const { citation, verification, urls } = given.find(({ id }) => id === rule) ??
    sources.get(rule) ?? { citation: forgotten, verification: 'general-knowledge', urls: [] };
  return { citation, verification, urls };
}
