import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import type { EndedMails } from '../_links/reader-tokens.ts';

/** The words of the page that ends mails. */
type UnsubscribeWords = {
  readonly asks: Readonly<Record<EndedMails, string>>;
  readonly what: Readonly<Record<EndedMails, string>>;
  readonly stop: string;
  readonly looking: string;
  readonly done: Readonly<Record<EndedMails, string>>;
  readonly ended: Readonly<Record<EndedMails, string>>;
  readonly back: string;
  readonly preferences: string;
};

const zh: UnsubscribeWords = {
  asks: { matches: '不再接收匹配邮件？', 'supplier-report': '不再接收每周供方报告？' },
  what: {
    matches: '停止后，不会再有匹配及其失效的邮件发到您的邮箱。',
    'supplier-report': '停止后，不会再有每周供方报告发到您的邮箱。',
  },
  stop: '停止发送',
  looking: '仅打开本页不会改变任何事。',
  done: { matches: '匹配邮件已停止。', 'supplier-report': '每周供方报告已停止。' },
  ended: { matches: '不再发送匹配邮件', 'supplier-report': '不再发送每周供方报告' },
  back: '不是您的本意？可在邮件设置中恢复，也可改为每天一次。',
  preferences: '打开邮件设置',
};

const en: UnsubscribeWords = {
  asks: { matches: 'Stop the mails about matches?', 'supplier-report': 'Stop the weekly supplier report?' },
  what: {
    matches: 'Your address then gets no more mails about matches, nor about their end.',
    'supplier-report': 'Your address then gets no more weekly supplier reports.',
  },
  stop: 'Stop these mails',
  looking: 'Opening this page changes nothing.',
  done: {
    matches: 'The mails about matches have stopped.',
    'supplier-report': 'The weekly supplier report has stopped.',
  },
  ended: { matches: 'No more mails about matches', 'supplier-report': 'No more weekly supplier reports' },
  back: 'Not what you meant? Your mail preferences bring them back, or have them come once a day.',
  preferences: 'Open mail preferences',
};

/** The words in the reader's language. */
export const unsubscribeWords: Readonly<Record<Locale, UnsubscribeWords>> = { 'zh-CN': zh, en };
