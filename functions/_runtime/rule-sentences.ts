import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import { levelName, securityClassName, tagName } from '../../domain/vocabulary/names.ts';
import { neverListedRow, SecurityClass } from '../../domain/vocabulary/security-levels.ts';
import { securityScheme, securitySchemes } from '../../domain/vocabulary/security-schemes.ts';
import { type Followed, MissingTag, TagConflict } from '../../domain/vocabulary/tag-consistency.ts';

/** What a refinement says beside its code. */
type Facts = Readonly<Record<string, unknown>>;
type Sentence = (given: unknown, facts?: Facts) => Bilingual;

/** What was given, short enough to show back; contents longer than an id are not repeated. */
const shown = (given: unknown): string => (typeof given === 'string' && given.length <= 40 ? `“${given}”` : '');

const neverListed: Sentence = (given, facts) => {
  const { data } = SecurityClass.safeParse(facts?.['securityClass'] ?? given);
  const row = data && neverListedRow(data);
  return {
    zh: `核心数据、国家秘密和工作秘密不得挂牌。依据：${row?.citation.zh ?? ''}。`,
    en: `Core data, state secrets and work secrets cannot be listed. Source: ${row?.citation.en ?? ''}.`,
  };
};

const quoted = (id: string): Bilingual => {
  const { zh, en } = tagName(id);
  return { zh: `“${zh}”（${id}）`, en: `“${en}” (${id})` };
};

const fields: Readonly<Record<NonNullable<Followed['field']>, Bilingual>> = {
  securityClass: { zh: '，由 securityClass 给出', en: ', given by securityClass' },
  requiredTags: { zh: '，在 requiredTags 中', en: ', in requiredTags' },
};

/** A tag by name and id, and by which tag or field it comes in where that is not the list itself. */
function followed({ tag, from, field }: Followed): Bilingual {
  const [name, source] = [quoted(tag), quoted(from)];
  const place = field ? fields[field] : { zh: '', en: '' };
  if (tag === from) return { zh: `${name.zh}${place.zh}`, en: `${name.en}${place.en}` };
  return {
    zh: `${name.zh}，由所列${source.zh}蕴含${place.zh}`,
    en: `${name.en}, implied by ${source.en}${place.en}`,
  };
}

const tagConflict: Sentence = (_, facts) => {
  const found = TagConflict.parse(facts);
  const [one, other] = [followed(found.one), followed(found.other)];
  return {
    zh: `两个合规标签互相矛盾，不能同时成立：${one.zh}；${other.zh}。`,
    en: `Two compliance tags contradict each other and cannot both hold: ${one.en}; and ${other.en}.`,
  };
};

const tagRequires: Sentence = (_, facts) => {
  const found = MissingTag.parse(facts);
  const [tag, missing] = [followed(found), quoted(found.missing)];
  return {
    zh: `缺少合规标签${missing.zh}，下列标签须与它同时给出：${tag.zh}。`,
    en: `The compliance tag ${missing.en} is not given and must stand beside this one: ${tag.en}.`,
  };
};

const unknownScheme: Sentence = (given) => {
  const known = securitySchemes.map(({ id }) => id);
  return {
    zh: `没有名为${shown(given)}的分级标准。可用：${known.join('、')}。`,
    en: `There is no grading scheme ${shown(given)}. Known: ${known.join(', ')}.`,
  };
};

const unknownGrade: Sentence = (given, facts) => {
  const scheme = securityScheme(String(facts?.['scheme']));
  const known = scheme?.levels.map(({ native }) => native) ?? [];
  return {
    zh: `${scheme?.title ?? ''}没有级别${shown(given)}。可用：${known.join('、')}。`,
    en: `${scheme?.id ?? ''} has no grade ${shown(given)}. Known: ${known.join(', ')}.`,
  };
};

const contradictsGrade: Sentence = (_, facts) => {
  const scheme = securityScheme(String(facts?.['scheme']));
  const [id, grade] = [scheme?.id ?? '', String(facts?.['grade'])];
  const name = securityClassName(String(facts?.['securityClass']));
  const level = levelName(Number(facts?.['securityLevel']));
  const unverified = scheme?.verification === 'general-knowledge';
  return {
    zh: `与 nativeGrade 不一致：对照表将 ${id} 的级别“${grade}”对应为${name.zh}、${level.zh}${unverified ? '（来自一般知识，未经核实）' : ''}。请改正其一，或只填 nativeGrade。`,
    en: `This differs from nativeGrade: the table maps grade “${grade}” of ${id} to ${name.en}, ${level.en}${unverified ? ' (from general knowledge, not verified)' : ''}. Mend one of the two, or give nativeGrade alone.`,
  };
};

const sentences = {
  missing: () => ({ zh: '此字段必填。', en: 'This field is needed.' }),
  'unknown-field': (given) => ({ zh: `没有名为${shown(given)}的字段。`, en: `There is no field ${shown(given)}.` }),
  'not-allowed': () => ({ zh: '此值不被接受。', en: 'This value is not accepted.' }),
  'control-characters': () => ({
    zh: '文本中含有控制字符、双向控制字符、不成对的代理项或损坏的字符（U+FFFD）。',
    en: 'The text holds control characters, bidirectional controls, unpaired surrogates or damaged characters (U+FFFD).',
  }),
  'nothing-visible': () => ({
    zh: '文本中没有可见的字符。',
    en: 'The text holds no character that can be seen.',
  }),
  'repeated-name': (given) => ({
    zh: `名称${shown(given)}在同一对象中出现多次。`,
    en: `The name ${shown(given)} stands twice in one object.`,
  }),
  'number-too-large': () => ({
    zh: '数字超出可精确保存的范围（±9007199254740991）。',
    en: 'The number is beyond what is kept exactly (±9007199254740991).',
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
  'not-a-time': () => ({ zh: '不是可表示的时间。', en: 'This is no time that can be kept.' }),
  'unknown-time-zone': (given) => ({
    zh: `无法识别的时区${shown(given)}：请用 IANA 时区名，如 Asia/Shanghai。`,
    en: `${shown(given)} is no time zone: use an IANA name such as Asia/Shanghai.`,
  }),
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
  'unknown-scheme': unknownScheme,
  'unknown-grade': unknownGrade,
  'contradicts-grade': contradictsGrade,
  'not-holdable': (given) => ({
    zh: `${shown(given)}说明的是数据，机构不能持有。`,
    en: `${shown(given)} says what data is; no organization can hold it.`,
  }),
  'tag-conflict': tagConflict,
  'tag-requires': tagRequires,
} satisfies Record<string, Sentence>;

/** The sentence of a rule of ours, by its code; an unknown code gives a neutral one. */
export function sentenceOf(code: string): Sentence {
  const known: Readonly<Record<string, Sentence>> = sentences;
  return known[code] ?? sentences['not-allowed'];
}
