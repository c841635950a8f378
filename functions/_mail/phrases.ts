import type { Outcome } from '../../domain/matching/judgement.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';

/** The fixed words of a match mail. */
export type Phrases = {
  readonly subject: (count: number, title: string) => string;
  readonly found: (count: number) => string;
  /** The subject where nothing was found and some matches have ended. */
  readonly endedSubject: (count: number, title: string) => string;
  readonly ended: (count: number) => string;
  readonly whyEnded: string;
  readonly moreEnded: (count: number) => string;
  readonly demand: string;
  readonly best: (score: number, title: string) => string;
  readonly score: string;
  readonly domain: string;
  readonly level: string;
  readonly delivery: string;
  readonly why: string;
  /** Criteria that fit fully, and those that do in part, each with its score. */
  readonly fitsFully: (names: string) => string;
  readonly fitsPartly: (names: string) => string;
  readonly inDetail: string;
  readonly toArrange: (count: number) => string;
  readonly source: (name: string) => string;
  readonly open: string;
  /** Of how many no more is said than title and score, and how many are not even named. */
  readonly byTitle: (count: number) => string;
  readonly more: (count: number) => string;
  readonly allMatches: string;
  /** That so much fits that the demand should be narrowed, and how. */
  readonly broad: (shown: number) => string;
  readonly broadHeading: string;
  readonly reminder: (zone: string) => string;
  readonly unnamed: string;
  readonly colon: string;
  readonly comma: string;
  /** What is said of a match that a person has cleared, and the mark of what that person was asked. */
  readonly cleared: string;
  readonly clearedMark: string;
  readonly marks: Readonly<Record<Outcome, string>>;
};

const zh: Phrases = {
  subject: (count, title) => `《${title}》有 ${count} 条新的匹配供给`,
  found: (count) => `找到 ${count} 条新的匹配供给`,
  endedSubject: (count, title) => `《${title}》有 ${count} 条匹配已失效`,
  ended: (count) => `已失效的匹配（${count} 条）`,
  whyEnded: '此前告知您的以下匹配不再有效：供需信息已变更、撤回或到期，或所需资质已不再满足。',
  moreEnded: (count) => `另有 ${count} 条。`,
  demand: '您的需求：',
  best: (score, title) => `最高匹配度 ${score}：${title}`,
  score: '匹配度',
  domain: '领域',
  level: '安全级别',
  delivery: '交付方式',
  why: '为何匹配',
  fitsFully: (names) => `✓ 完全符合：${names}。`,
  fitsPartly: (names) => `◐ 部分符合：${names}。`,
  inDetail: '逐项说明',
  toArrange: (count) => `还需安排（${count} 项）`,
  source: (name) => `（依据：${name}）`,
  open: '查看这条匹配',
  byTitle: (count) => `其中 ${count} 条仅列标题，以免邮件被截断。`,
  more: (count) => `另有 ${count} 条匹配。`,
  allMatches: '查看全部匹配',
  broad: (shown) =>
    `符合这项需求的供给过多，每封邮件最多列出 ${shown} 条，按匹配度排序。减少领域、注明必需的字段或增加必需的合规标签，可使匹配更贴切。`,
  broadHeading: '建议收窄这项需求',
  reminder: (zone) => `本邮件由${zone}发送：贵机构在此登记了这项数据需求，并将您列为联系人。`,
  unnamed: '供方的名称和联系方式不在邮件中披露。匹配由规则自动判断。',
  colon: '：',
  comma: '、',
  cleared: '本匹配含须人工判断的事项，运营方已审核并放行。',
  clearedMark: '◇ 经运营方审核 · ',
  marks: { pass: '✓ ', review: '◇ 需人工判断 · ', fail: '✕ 不符合 · ' },
};

const offers = (count: number): string => (count === 1 ? 'offer' : 'offers');
const matches = (count: number): string => (count === 1 ? 'match' : 'matches');

const en: Phrases = {
  subject: (count, title) => `“${title}” has ${count} new matching ${offers(count)}`,
  found: (count) => `${count} new matching ${offers(count)}`,
  endedSubject: (count, title) => `“${title}”: ${count} ${matches(count)} no longer open`,
  ended: (count) => `No longer open: ${count} ${matches(count)}`,
  whyEnded:
    'You were told of these before. A listing has changed, was taken back or is over, or what was asked for is no longer held.',
  moreEnded: (count) => `And ${count} more.`,
  demand: 'Your demand: ',
  best: (score, title) => `Best score ${score}: ${title}`,
  score: 'Score',
  domain: 'Domain',
  level: 'Security level',
  delivery: 'Delivery',
  why: 'Why it fits',
  fitsFully: (names) => `✓ Fits fully: ${names}.`,
  fitsPartly: (names) => `◐ Fits in part: ${names}.`,
  inDetail: 'In detail',
  toArrange: (count) => `Still to arrange (${count})`,
  source: (name) => ` (${name})`,
  open: 'View this match',
  byTitle: (count) =>
    `Of ${count} ${matches(count)} only the title stands here: longer mails are cut off by their readers.`,
  more: (count) => `And ${count} more ${matches(count)}.`,
  allMatches: 'View all matches',
  broad: (shown) =>
    `So many offers fit this demand that a mail shows ${shown} at the most, best first. Fewer domains, fields marked as required, or more required tags give closer matches.`,
  broadHeading: 'Narrow this demand',
  reminder: (zone) => `Sent by ${zone}: your organization posted this demand there and named you as its contact.`,
  unnamed: 'Mails do not disclose the supplier’s name or contact. Matches are judged by rules, automatically.',
  colon: ': ',
  comma: ', ',
  cleared:
    'Something in this match needed a person to decide; the operator of the zone has looked at it and cleared it.',
  clearedMark: '◇ Cleared by the operator · ',
  marks: { pass: '✓ ', review: '◇ For a person to decide · ', fail: '✕ Does not fit · ' },
};

/** What an outcome looks like at a glance. */
export const symbols: Readonly<Record<Outcome, string>> = { pass: '✓', review: '◇', fail: '✕' };

/** The words in the reader's language. */
export const phrases: Readonly<Record<Locale, Phrases>> = { 'zh-CN': zh, en };
