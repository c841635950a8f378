import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import { SecurityClass, tradability } from '../../domain/vocabulary/security-levels.ts';

type Sentence = (given: unknown) => Bilingual;

/** What was given, short enough to show back; contents longer than an id are not repeated. */
const shown = (given: unknown): string => (typeof given === 'string' && given.length <= 40 ? `“${given}”` : '');

const neverListed: Sentence = (given) => {
  const { data } = SecurityClass.safeParse(given);
  const row = tradability.find((candidate) => candidate.securityClass === data);
  return {
    zh: `核心数据、国家秘密和工作秘密不得挂牌。依据：${row?.citation.zh ?? ''}。`,
    en: `Core data, state secrets and work secrets cannot be listed. Source: ${row?.citation.en ?? ''}.`,
  };
};

const sentences = {
  missing: () => ({ zh: '此字段必填。', en: 'This field is needed.' }),
  'unknown-field': (given) => ({ zh: `没有名为${shown(given)}的字段。`, en: `There is no field ${shown(given)}.` }),
  'not-allowed': () => ({ zh: '此值不被接受。', en: 'This value is not accepted.' }),
  'control-characters': () => ({
    zh: '文本中含有控制字符、双向控制字符或不成对的代理项。',
    en: 'The text holds control characters, bidirectional controls or unpaired surrogates.',
  }),
  'repeated-item': () => ({ zh: '列表中有重复项。', en: 'The list repeats an item.' }),
  'unknown-tag': (given) => ({
    zh: `合规标签词表中没有${shown(given)}，请参见 /v1/vocabulary。`,
    en: `${shown(given)} is not in the vocabulary of compliance tags; see /v1/vocabulary.`,
  }),
  'unknown-purpose': (given) => ({
    zh: `用途词表中没有${shown(given)}，请参见 /v1/vocabulary。`,
    en: `${shown(given)} is not in the vocabulary of purposes; see /v1/vocabulary.`,
  }),
  'unknown-domain': (given) => ({
    zh: `${shown(given)}不是 GB/T 4754-2017 的门类或大类代码。`,
    en: `${shown(given)} is no section or division of GB/T 4754-2017.`,
  }),
  'unknown-jurisdiction': (given) => ({
    zh: `无法识别的法域${shown(given)}：请用 CN、CN-GBA9、CN-FTZ、HK、MO、EU 或 ISO 3166-1 两位代码。`,
    en: `${shown(given)} is no jurisdiction: use CN, CN-GBA9, CN-FTZ, HK, MO, EU or an ISO 3166-1 two-letter code.`,
  }),
  'unknown-currency': (given) => ({
    zh: `${shown(given)}不是 ISO 4217 货币代码。`,
    en: `${shown(given)} is no ISO 4217 currency code.`,
  }),
  'amount-with-currency': () => ({
    zh: '金额与币种须同时给出。',
    en: 'An amount needs a currency, and a currency an amount.',
  }),
  'ends-before-start': () => ({ zh: '结束日期早于开始日期。', en: 'The end is before the start.' }),
  'already-over': () => ({ zh: '有效期必须晚于现在。', en: 'The time must lie in the future.' }),
  'operator-only': () => ({
    zh: '此项由运营方核验后设置。',
    en: 'This is set by the operator, after verification.',
  }),
  'unknown-cursor': () => ({
    zh: '游标无效，请从第一页重新读取。',
    en: 'This cursor is none of ours; start from the first page.',
  }),
  'class-never-listed': neverListed,
} satisfies Record<string, Sentence>;

/** The sentence of a rule of ours, by its code; an unknown code gives a neutral one. */
export function sentenceOf(code: string): Sentence {
  const known: Readonly<Record<string, Sentence>> = sentences;
  return known[code] ?? sentences['not-allowed'];
}
