import type { OrganizationId } from '../ids.ts';
import { criteria } from '../matching/criteria.ts';
import type { CriterionId } from '../matching/judgement.ts';
import type { Bilingual } from '../vocabulary/bilingual.ts';
import { type Count, coarse, isCrowd } from './coarse.ts';
import type { PreviewedPair } from './previewed-pair.ts';
import { type ShownSentence, shownSentence } from './shown-sentence.ts';

/** What keeps most pairs apart, for either side; it names no listing and nothing that only one party knows. */
const sentences: Readonly<Record<CriterionId, Bilingual>> = {
  'in-force': {
    zh: '多数不匹配是因为其中一方已过有效期。',
    en: 'Most pairs fail because one of the two is no longer in date.',
  },
  'different-party': {
    zh: '多数不匹配是因为双方为同一主体或关联方。',
    en: 'Most pairs fail because both sides are one party or affiliates.',
  },
  'due-diligence': {
    zh: '多数不匹配是因为数据来源未说明，或一方身份尚未核验。',
    en: 'Most pairs fail because the source is not stated or a party is not verified.',
  },
  domain: { zh: '多数不匹配是因为领域不相关。', en: 'Most pairs fail because their domains are unrelated.' },
  'security-class': {
    zh: '多数不匹配是因为该类别和级别的数据不得交易，或缺少所需证明。',
    en: 'Most pairs fail because data of this class and level may not be traded, or lacks evidence for it.',
  },
  'security-level': {
    zh: '多数不匹配是因为数据级别超出需求或需求方获准接收的级别。',
    en: 'Most pairs fail because the level is above what is asked or what the buyer may receive.',
  },
  'carried-tags': {
    zh: '多数不匹配是因为供给缺少需求所要求的合规标签。',
    en: 'Most pairs fail because the offer lacks compliance tags that the demand requires.',
  },
  'recipient-tags': {
    zh: '多数不匹配是因为需求方没有供给所要求的资质。',
    en: 'Most pairs fail because the buyer does not hold what the offer asks of recipients.',
  },
  purpose: {
    zh: '多数不匹配是因为供给不允许该用途。',
    en: 'Most pairs fail because the offer does not permit the purpose.',
  },
  'purpose-rules': {
    zh: '多数不匹配是因为该类数据用于该用途所需的条件未满足。',
    en: 'Most pairs fail because what the purpose asks of such data is not there.',
  },
  jurisdiction: {
    zh: '多数不匹配是因为数据不得从所在地流向使用地。',
    en: 'Most pairs fail because the data may not go from where it is kept to where it is used.',
  },
  'delivery-mode': {
    zh: '多数不匹配是因为没有共同的交付方式。',
    en: 'Most pairs fail because they have no delivery mode in common.',
  },
  fields: { zh: '多数不匹配是因为缺少必需的字段。', en: 'Most pairs fail because required fields are missing.' },
  coverage: { zh: '多数不匹配是因为地区或时段不重叠。', en: 'Most pairs fail because regions or days do not overlap.' },
  freshness: {
    zh: '多数不匹配是因为更新不够频繁。',
    en: 'Most pairs fail because the data is not renewed often enough.',
  },
  price: { zh: '多数不匹配是因为价格高于预算。', en: 'Most pairs fail because the price is above the budget.' },
};

export type Blocking = { readonly criterion: CriterionId; readonly count: Count; readonly sentence: ShownSentence };

const fails = ({ verdict }: PreviewedPair, id: CriterionId): boolean =>
  verdict.criteria.some(({ criterion, outcome }) => criterion === id && outcome === 'fail');

/**
 * The criterion that fails most often, alone or with others, among pairs of related domains; the first in the order of
 * the criteria where several do. Null where those that fail by it are no crowd: what blocks one company's listing says
 * what is in it.
 */
export function blockedMostBy(
  pairs: readonly PreviewedPair[],
  ownerOf: (pair: PreviewedPair) => OrganizationId,
): Blocking | null {
  const related = pairs.filter((pair) => !fails(pair, 'domain'));
  const [most] = criteria
    .map(({ id }) => ({ id, owners: related.filter((pair) => fails(pair, id)).map(ownerOf) }))
    .toSorted((a, b) => b.owners.length - a.owners.length);
  if (!most || !isCrowd(most.owners)) return null;
  return { criterion: most.id, count: coarse(most.owners.length), sentence: shownSentence(sentences[most.id]) };
}
