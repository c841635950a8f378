import type { Locale } from '../../domain/vocabulary/bilingual.ts';

/** The words of pages that show matches. */
type MatchWords = {
  readonly yourDemand: (title: string) => string;
  /** What stands behind the number. */
  readonly score: string;
  readonly domain: string;
  readonly level: string;
  readonly delivery: string;
  readonly why: string;
  readonly alsoChecked: string;
  readonly toArrange: string;
  readonly source: (name: string) => string;
  readonly colon: string;
  readonly unnamed: string;
  readonly all: string;
  readonly more: string;
  readonly signIn: string;
  readonly ended: readonly [heading: string, sentence: string];
  readonly gone: readonly [heading: string, sentence: string];
};

const zh: MatchWords = {
  yourDemand: (title) => `您的需求：${title}`,
  score: '分（满分 100）',
  domain: '领域',
  level: '安全级别',
  delivery: '交付方式',
  why: '为何匹配',
  alsoChecked: '其他条件',
  toArrange: '还需安排',
  source: (name) => `（依据：${name}）`,
  colon: '：',
  unnamed: '本页与邮件内容相同，不披露供方的名称和联系方式。匹配由规则自动判断。',
  all: '查看该需求的全部匹配',
  more: '登录后可查看双方愿意披露的更多内容，以及各项判断的依据。',
  signIn: '登录查看',
  ended: ['此匹配已失效', '供需信息已变更、撤回或到期，或所需资质已不再满足。'],
  gone: ['此页面不再可用', '您的邮箱已不是该机构经确认的联系邮箱。'],
};

const en: MatchWords = {
  yourDemand: (title) => `Your demand: ${title}`,
  score: 'of 100 points',
  domain: 'Domain',
  level: 'Security level',
  delivery: 'Delivery',
  why: 'Why it fits',
  alsoChecked: 'Also checked',
  toArrange: 'Still to arrange',
  source: (name) => ` (${name})`,
  colon: ': ',
  unnamed:
    'This page shows what the mail showed, and neither the supplier’s name nor its contact. Matches are judged by rules, automatically.',
  all: 'All matches of this demand',
  more: 'Sign in to see what both sides disclose beyond that, and where the rules stand.',
  signIn: 'Sign in for more',
  ended: [
    'This match is no longer open',
    'A listing has changed, was taken back or is over, or what was asked for is no longer held.',
  ],
  gone: ['This page is not available any more', 'Your address is no confirmed contact of the organization any more.'],
};

/** The words in the reader's language. */
export const matchWords: Readonly<Record<Locale, MatchWords>> = { 'zh-CN': zh, en };
