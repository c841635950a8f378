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
  readonly demand: (title: string) => string;
  readonly best: (score: number, title: string) => string;
  readonly score: string;
  readonly domain: string;
  readonly level: string;
  readonly delivery: string;
  readonly why: string;
  readonly alsoChecked: string;
  readonly toArrange: string;
  readonly source: (name: string) => string;
  readonly open: string;
  readonly more: (count: number) => string;
  readonly allMatches: string;
  readonly reminder: (zone: string) => string;
  readonly unnamed: string;
  readonly noAdvice: string;
  readonly unsubscribe: string;
  readonly colon: string;
  /** What is said of a match that a person has cleared, and the mark of what that person was asked. */
  readonly cleared: string;
  readonly clearedMark: string;
  readonly marks: Readonly<Record<Outcome, string>>;
};

const zh: Phrases = {
  subject: (count, title) => `《${title}》有 ${count} 条新的匹配数据`,
  found: (count) => `找到 ${count} 条新的匹配数据`,
  endedSubject: (count, title) => `《${title}》有 ${count} 条匹配已失效`,
  ended: (count) => `已失效的匹配（${count} 条）`,
  whyEnded: '此前告知您的以下匹配不再有效：供需信息已变更、撤回或到期，或所需资质已不再满足。',
  moreEnded: (count) => `另有 ${count} 条。`,
  demand: (title) => `您的需求：${title}`,
  best: (score, title) => `最高匹配度 ${score}：${title}`,
  score: '匹配度',
  domain: '领域',
  level: '安全级别',
  delivery: '交付方式',
  why: '为何匹配',
  alsoChecked: '其他条件',
  toArrange: '还需安排',
  source: (name) => `（依据：${name}）`,
  open: '查看这条匹配',
  more: (count) => `另有 ${count} 条匹配未在此详列。`,
  allMatches: '查看全部匹配',
  reminder: (zone) => `您收到本邮件，是因为贵机构在${zone}登记了这项数据需求。`,
  unnamed: '供方的名称和联系方式不在邮件中披露。匹配由规则自动判断。',
  noAdvice: '本邮件不构成法律意见。',
  unsubscribe: '不再接收此类邮件',
  colon: '：',
  cleared: '本匹配含须人工判断的事项，运营方已审核并放行。',
  clearedMark: '◇ 经运营方审核 · ',
  marks: { pass: '✓ ', review: '◇ 需人工判断 · ', fail: '✕ 不符合 · ' },
};

const en: Phrases = {
  subject: (count, title) => `${count} new matching ${count === 1 ? 'offer' : 'offers'} for “${title}”`,
  found: (count) => `${count} new matching ${count === 1 ? 'offer' : 'offers'}`,
  endedSubject: (count, title) => `${count} ${count === 1 ? 'match' : 'matches'} for “${title}” no longer open`,
  ended: (count) => `No longer open: ${count} ${count === 1 ? 'match' : 'matches'}`,
  whyEnded:
    'You were told of these before. A listing has changed, was taken back or is over, or what was asked for is no longer held.',
  moreEnded: (count) => `And ${count} more.`,
  demand: (title) => `Your demand: ${title}`,
  best: (score, title) => `Best score ${score}: ${title}`,
  score: 'Score',
  domain: 'Domain',
  level: 'Security level',
  delivery: 'Delivery',
  why: 'Why it fits',
  alsoChecked: 'Also checked',
  toArrange: 'Still to arrange',
  source: (name) => ` (${name})`,
  open: 'View this match',
  more: (count) => `And ${count} more ${count === 1 ? 'match' : 'matches'} not shown in full here.`,
  allMatches: 'View all matches',
  reminder: (zone) => `You get this mail because your organization posted this demand in ${zone}.`,
  unnamed: 'Mails do not disclose the supplier’s name or contact. Matches are judged by rules, automatically.',
  noAdvice: 'This is no legal advice.',
  unsubscribe: 'Stop these mails',
  colon: ': ',
  cleared:
    'Something in this match needed a person to decide; the operator of the zone has looked at it and cleared it.',
  clearedMark: '◇ Cleared by the operator · ',
  marks: { pass: '✓ ', review: '◇ For a person to decide · ', fail: '✕ Does not fit · ' },
};

/** The words in the reader's language. */
export const phrases: Readonly<Record<Locale, Phrases>> = { 'zh-CN': zh, en };
