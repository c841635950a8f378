import type { Locale } from '../../domain/vocabulary/bilingual.ts';

/** What any page may have to say that was not asked for. */
export type Trouble = 'invalid' | 'expired' | 'failed';

/** The words of every page. */
type PageWords = {
  readonly other: string;
  readonly languages: string;
  readonly noAdvice: string;
  readonly troubles: Readonly<Record<Trouble, readonly [heading: string, sentence: string]>>;
};

const zh: PageWords = {
  other: 'English',
  languages: '语言',
  noAdvice: '本页内容不构成法律意见。',
  troubles: {
    invalid: ['此链接无效', '链接不完整，或已不再有效。请使用最近一封邮件中的链接。'],
    expired: ['此链接已过期', '邮件中的链接有效期为三十天。请使用最近一封邮件中的链接。'],
    failed: ['暂时无法处理', '出现意外错误，请稍后再试。'],
  },
};

const en: PageWords = {
  other: '中文',
  languages: 'Language',
  noAdvice: 'This is no legal advice.',
  troubles: {
    invalid: [
      'This link is not valid',
      'It is incomplete, or means nothing any more. Please use the link of a newer mail.',
    ],
    expired: ['This link has expired', 'Links in mails are good for thirty days. Please use the link of a newer mail.'],
    failed: ['Not possible right now', 'Something unexpected happened; try again later.'],
  },
};

/** The words in the reader's language. */
export const pageWords: Readonly<Record<Locale, PageWords>> = { 'zh-CN': zh, en };
